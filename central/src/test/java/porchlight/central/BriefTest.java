package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports in brief: one header instead of six, and not a word less proven. */
class BriefTest extends OneLaptop {
  private static final String CONTENT =
      Samples.content("LT-1", "unsafe", 41, "wifi-encryption:fail:high");

  /** Signs as ever, and then leaves out what need not be said. */
  private static Laptop.Request brief(Laptop.Request request, String id) {
    request.gzip().sign();
    String standard =
        request.headers.getOrDefault("signature", "").replaceAll("^porchlight=:|:$", "");
    String signature =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Base64.getDecoder().decode(standard));
    request.signed = false;
    request.headers.clear();
    return request.header(
        "porchlight",
        String.join(" ", "" + request.created, request.nonce, request.keyId, signature, id, "-"));
  }

  private Laptop.Request brief() {
    Laptop.Request request = laptop.full(CONTENT);
    return brief(request, request.headers.getOrDefault("idempotency-key", ""));
  }

  @Test
  void a_report_in_brief_is_stored_like_any_other() {
    Laptop.Request request = brief();
    var answer = request.send();
    assertEquals(204, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("porchlight").orElse("").startsWith(request.nonce + " "));
    assertEquals("unsafe", running.device(laptop).path("answer").asText());
    Answers.refused(401, "replayed", request);
  }

  @Test
  void whatever_is_changed_is_refused() {
    Laptop.Request body = brief();
    body.body = laptop.full(CONTENT).gzip().body;
    Answers.refused(401, "bad-signature", body);
    Laptop.Request id = laptop.full(CONTENT);
    Answers.refused(401, "bad-signature", brief(id, UUID.randomUUID().toString()));
    Laptop.Request time = brief();
    time.headers.compute("porchlight", (name, value) -> value.replaceFirst("^\\d+", "1795184116"));
    Answers.refused(401, "bad-signature", time);
    assertEquals("never-reported", running.device(laptop).path("presence").asText());
    Laptop.Request more = brief().header("content-encoding", "x").header("content-type", "x");
    assertEquals(204, more.send().statusCode(), "what else is said counts for nothing");
  }

  @Test
  void a_receipt_is_in_brief_only_where_there_is_nothing_else_to_say() {
    laptop.sequence++;
    String id = UUID.randomUUID().toString();
    var unknown = laptop.report(id, Samples.unchanged(laptop.head(id), "sha256:" + "x".repeat(43)));
    var answer = brief(unknown, id).send();
    assertEquals(202, answer.statusCode());
    assertTrue(answer.body().contains("\"fullWanted\":true"), answer.body());
    Laptop.Request holding = brief();
    holding.headers.compute(
        "porchlight", (name, value) -> value.replaceFirst("-$", "p".repeat(16)));
    assertEquals(202, holding.send().statusCode(), "there is no policy any more");
  }

  @Test
  void what_has_not_the_form_is_malformed() {
    for (String odd : new String[] {"", "1", "1 2 3 4 5", "; ; ; ;", "1 \"x\" y z \""}) {
      Laptop.Request request = brief();
      Answers.refused(400, "malformed", request.header("porchlight", odd));
    }
  }
}
