package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every row of the protocol's tables, over real HTTP. */
class IntakeTest extends OneLaptop {
  private static final String CONTENT =
      Samples.content("LT-1", "unsafe", 41, "wifi-encryption:fail:high", "firewall:unknown:high");

  private void nothing_is_stored() {
    assertEquals("never-reported", running.device(laptop).path("presence").asText());
  }

  @Test
  void a_report_is_stored_once_however_often_it_is_sent() {
    Laptop.Request request = laptop.full(CONTENT);
    JsonNode first = Samples.parse(request.send().body());
    assertTrue(first.path("stored").asBoolean());
    assertFalse(first.path("fullWanted").asBoolean());
    assertEquals(900, first.path("nextReportSeconds").intValue());
    assertEquals("2026-11-22T09:00:00Z", first.path("serverTime").asText());
    assertEquals(request.headers.get("idempotency-key"), first.path("report").asText());
    Laptop.Request again =
        laptop.report(
            first.path("report").asText(), new String(request.body, StandardCharsets.UTF_8));
    HttpResponse<String> second = again.gzip().send();
    assertEquals(200, second.statusCode());
    assertFalse(Samples.parse(second.body()).path("stored").asBoolean());
    JsonNode device = running.device(laptop);
    assertEquals("unsafe", device.path("answer").asText());
    assertEquals("wifi-encryption", device.path("worst").path("check").asText());
    assertEquals(0, device.path("missing").intValue());
    assertEquals(Samples.parse(CONTENT), device.path("report"));
  }

  @Test
  void the_first_answer_is_202_and_gzip_is_understood() {
    assertEquals(202, laptop.full(CONTENT).gzip().send().statusCode());
  }

  @Test
  void an_unchanged_report_of_a_known_content_is_enough() {
    laptop.full(CONTENT).send();
    running.now = running.now.plusSeconds(900);
    HttpResponse<String> answer = laptop.unchanged(CONTENT).send();
    assertEquals(202, answer.statusCode());
    assertFalse(Samples.parse(answer.body()).path("fullWanted").asBoolean());
    JsonNode device = running.device(laptop);
    assertEquals("2026-11-22T09:15:00Z", device.path("lastReport").asText());
    assertEquals(41, device.path("score").intValue());
    assertEquals("wifi-encryption", device.path("worst").path("check").asText());
  }

  @Test
  void an_unchanged_report_of_an_unknown_content_is_kept_and_a_full_one_wanted() {
    HttpResponse<String> answer = laptop.unchanged(CONTENT).send();
    assertEquals(202, answer.statusCode());
    assertTrue(Samples.parse(answer.body()).path("fullWanted").asBoolean());
    assertEquals("online", running.device(laptop).path("presence").asText());
    assertFalse(running.device(laptop).has("answer"));
  }

  @Test
  void what_is_not_json_is_malformed() {
    for (String body : List.of("", "{", "{} {}", "nonsense", "{\"a\":1,\"a\":2}", "\u0000")) {
      Answers.refused(400, "malformed", laptop.report(UUID.randomUUID().toString(), body));
    }
    Laptop.Request latin = laptop.report(UUID.randomUUID().toString(), "");
    latin.body = "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1);
    Answers.refused(400, "malformed", latin);
    nothing_is_stored();
  }

  @Test
  void what_says_gzip_and_is_not_is_malformed() {
    Answers.refused(400, "malformed", laptop.full(CONTENT).header("content-encoding", "gzip"));
    Laptop.Request cut = laptop.full(CONTENT).gzip();
    cut.body = Arrays.copyOf(cut.body, cut.body.length / 2);
    Answers.refused(400, "malformed", cut);
    nothing_is_stored();
  }

  @Test
  void a_missing_header_is_malformed() {
    Answers.refused(400, "malformed", laptop.full(CONTENT).without("idempotency-key"));
    for (String name : List.of("content-digest", "signature-input", "signature")) {
      Laptop.Request request = laptop.full(CONTENT).sign().without(name);
      request.signed = false;
      Answers.refused(400, "malformed", request);
    }
    Answers.refused(
        400, "malformed", laptop.full(CONTENT).header("signature-input", "sig1=();created=1"));
    Answers.refused(400, "malformed", laptop.full(CONTENT).header("signature", "porchlight=:***:"));
    nothing_is_stored();
  }

  @Test
  void a_digest_of_another_body_is_refused() {
    Laptop.Request request = laptop.full(CONTENT).sign();
    request.body[request.body.length - 1] = ' ';
    Answers.refused(400, "bad-digest", request);
    nothing_is_stored();
  }

  @Test
  void an_unknown_key_is_refused() {
    Laptop stranger = new Laptop(running.central.url(), running.clock);
    stranger.device = laptop.device;
    Answers.refused(401, "unknown-key", stranger.full(CONTENT));
    nothing_is_stored();
  }

  @Test
  void a_signature_by_another_key_is_refused() {
    Laptop stranger = new Laptop(running.central.url(), running.clock);
    stranger.device = laptop.device;
    Laptop.Request request = stranger.full(CONTENT);
    request.keyId = laptop.keyId();
    Answers.refused(401, "bad-signature", request);
    nothing_is_stored();
  }

  @Test
  void a_signature_that_covers_less_is_refused() {
    Laptop.Request request = laptop.full(CONTENT).sign();
    request.headers.compute(
        "signature-input", (name, value) -> value.replace(" \"idempotency-key\"", ""));
    Answers.refused(401, "bad-signature", request);
    Laptop.Request der = laptop.full(CONTENT).sign().header("signature", "porchlight=:MEUCIQ==:");
    Answers.refused(401, "bad-signature", der);
    nothing_is_stored();
  }

  @Test
  void a_clock_that_is_wrong_is_told_the_time() {
    for (long off : new long[] {-301, 301}) {
      Laptop.Request request = laptop.full(CONTENT);
      request.created += off;
      HttpResponse<String> answer = request.send();
      assertEquals(401, answer.statusCode());
      assertEquals("clock", Answers.code(answer));
      assertEquals(
          "2026-11-22T09:00:00Z", Samples.parse(answer.body()).path("serverTime").asText());
    }
    nothing_is_stored();
    Laptop.Request edge = laptop.full(CONTENT);
    edge.created -= 300;
    assertEquals(202, edge.send().statusCode());
  }

  @Test
  void a_nonce_is_accepted_once_even_after_a_restart() throws IOException {
    Laptop.Request request = laptop.full(CONTENT);
    assertEquals(202, request.send().statusCode());
    Answers.refused(401, "replayed", request);
    running.restartAfter(Duration.ofSeconds(5));
    laptop.base = running.central.url();
    Answers.refused(401, "replayed", request);
  }

  @Test
  void a_revoked_device_is_refused_and_a_retired_one_is_gone() throws IOException {
    assertEquals(0, running.exit("revoke", "--device", laptop.device));
    Answers.refused(403, "revoked", laptop.full(CONTENT));
    assertEquals(0, running.exit("retire", "--device", laptop.device));
    Answers.refused(410, "retired", laptop.full(CONTENT));
    Answers.refused(410, "retired", laptop.enroll(running.token("Acme Dental", 1), "x"));
    assertTrue(running.json("/v1/devices").path("devices").isEmpty());
    assertEquals(1, running.exit("retire", "--device", "nobody"));
  }

  @Test
  void one_sequence_number_belongs_to_one_report() {
    laptop.full(CONTENT).send();
    laptop.sequence--;
    Answers.refused(409, "sequence-taken", laptop.full(CONTENT));
  }

  @Test
  void too_large_is_refused_as_sent_and_unpacked() {
    Laptop.Request sent = laptop.full(CONTENT);
    sent.body = " ".repeat(256 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
    Answers.refused(413, "too-large", sent);
    Laptop.Request bomb = laptop.full(CONTENT);
    bomb.body = new byte[100 * 1024 * 1024];
    Answers.refused(413, "too-large", bomb.gzip());
    nothing_is_stored();
  }

  @Test
  void other_media_are_refused() {
    Answers.refused(
        415, "unsupported-media", laptop.full(CONTENT).header("content-type", "text/plain"));
    Answers.refused(
        415, "unsupported-media", laptop.full(CONTENT).header("content-encoding", "br"));
    assertEquals(
        202,
        laptop
            .full(CONTENT)
            .header("content-type", "application/json; charset=utf-8")
            .send()
            .statusCode());
  }

  @Test
  void what_the_schema_forbids_is_invalid_and_the_answer_names_the_place() {
    String wrong = CONTENT.replace("\"unsafe\"", "\"perfect\"");
    HttpResponse<String> answer = laptop.full(wrong).send();
    assertEquals(422, answer.statusCode());
    String detail = Samples.parse(answer.body()).path("detail").asText();
    assertTrue(detail.contains("/content/assessment/answer"), detail);
    Answers.refused(422, "invalid", laptop.full(CONTENT.replace("\"facts\"", "\"extras\"")));
    Answers.refused(422, "invalid", laptop.report("x", "[]"));
    nothing_is_stored();
  }

  @Test
  void a_report_in_the_name_of_another_device_is_invalid() throws IOException {
    Laptop other = running.laptop("Acme Dental", "LT-2");
    String own = laptop.device;
    laptop.device = other.device;
    Answers.refused(422, "invalid", laptop.full(CONTENT));
    laptop.device = own;
    Answers.refused(422, "invalid", laptop.full(CONTENT).header("idempotency-key", "another"));
    nothing_is_stored();
  }

  @Test
  void a_late_report_never_overwrites_what_a_newer_one_said() {
    laptop.sequence = 4;
    laptop.full(Samples.content("LT-1", "safe", 95, "firewall:pass:high")).send();
    assertEquals(4, running.device(laptop).path("missing").intValue());
    laptop.sequence = 1;
    laptop.full(CONTENT).send();
    JsonNode device = running.device(laptop);
    assertEquals("safe", device.path("answer").asText());
    assertEquals(3, device.path("missing").intValue());
    assertFalse(device.has("worst"));
  }

  @Test
  void health_needs_no_signature() {
    JsonNode health = Samples.parse(running.get("/v1/health").body());
    assertEquals("ok", health.path("status").asText());
    assertEquals("2026-11-22T09:00:00Z", health.path("serverTime").asText());
  }

  @Test
  void a_probe_is_answered_as_nobody_else_can() {
    var answer = running.get("/v1/probe", "Porchlight-Challenge", "word");
    assertEquals(204, answer.statusCode());
    assertEquals(
        "c17406a9d1811d844535fe441a355cafb1fe01b8411ae1eed0b265c0e0aad3a7",
        answer.headers().firstValue("Porchlight-Answer").orElse(""));
    assertFalse(running.get("/v1/probe").headers().firstValue("Porchlight-Answer").isPresent());
    assertFalse(
        running
            .get("/v1/probe", "Porchlight-Challenge", "a b")
            .headers()
            .firstValue("Porchlight-Answer")
            .isPresent());
  }
}
