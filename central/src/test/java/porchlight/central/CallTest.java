package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tech and a laptop prove to each other who they are; whoever cheats does not. */
class CallTest {
  private Running running;
  private Crew crew;
  private CallingLaptop laptop;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    running = new Running(folder, 100);
    Laptop plain = running.laptop("Acme Dental", "LT-0042");
    plain.full(Samples.content("LT-0042", "safe", 90, "firewall:pass:high")).send();
    laptop = new CallingLaptop(plain);
    crew = new Crew(running, running.device(plain).path("organisation").asText());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private HttpResponse<String> open(String purpose) {
    return crew.ask(
        "theo",
        "POST",
        "/devices/" + laptop.laptop.device + "/verify",
        Map.of("purpose", purpose, "ticket", "4711", "called", "user"));
  }

  /** Opens one and has the laptop show it. */
  private String opened() {
    HttpResponse<String> answer = open("password-reset");
    assertEquals(303, answer.statusCode(), answer.body());
    laptop.look();
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> type(String page, String code) {
    return crew.ask("theo", "POST", page + "/code", Map.of("code", code));
  }

  private String page(String page) {
    return crew.get("theo", page).body();
  }

  private void signed() {
    HttpResponse<String> answer = laptop.sign(node -> {});
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private String wrongCode() {
    return "%06d".formatted((Integer.parseInt(laptop.code()) + 1) % 1_000_000);
  }

  @Test
  void who_reads_the_code_is_at_the_laptop() {
    String page = opened();
    assertEquals("theo", laptop.asked.path("technician").asText());
    assertTrue(
        page(page)
            .contains(
                laptop.asked.path("words").path(0).asText()
                    + " "
                    + laptop.asked.path("words").path(1).asText()),
        "both see the same words");
    signed();
    String code = laptop.code();
    assertFalse(page(page).contains(code), "central shows no code");
    assertFalse(page(page).contains("dana"), "what was signed waits for the code");
    assertEquals(303, type(page, code.substring(0, 2) + " " + code.substring(2)).statusCode());
    String proven = page(page);
    assertTrue(proven.contains("Verified."), proven);
    assertTrue(proven.contains("dana"), proven);
    assertTrue(proven.contains("at the laptop, unlocked"), proven);
    assertTrue(proven.contains("likely a home, been there before"), proven);
    assertEquals("verified", laptop.state().path("state").asText());
    String log = crew.get("ada", "/audit.csv").body();
    assertTrue(log.contains("call-opened") && log.contains("call-verified"), log);
    assertFalse(log.contains(code), "no code in the log");
  }

  @Test
  void every_answer_is_sealed() {
    open("password-reset");
    assertTrue(laptop.look().headers().firstValue("Porchlight-Seal").isPresent());
    assertTrue(laptop.sign(node -> {}).headers().firstValue("Porchlight-Seal").isPresent());
    assertTrue(
        laptop.sign(node -> {}).headers().firstValue("Porchlight-Seal").isPresent(),
        "a refusal too");
  }

  @Test
  void three_wrong_codes_end_it() {
    String page = opened();
    signed();
    for (int i = 0; i < 2; i++) {
      assertEquals(422, type(page, wrongCode()).statusCode());
    }
    assertEquals(303, type(page, wrongCode()).statusCode());
    assertEquals(422, type(page, laptop.code()).statusCode(), "the right one comes too late");
    assertTrue(page(page).contains("Locked: three codes were wrong."), page(page));
    assertTrue(crew.get("ada", "/audit.csv").body().contains("call-locked"));
    assertEquals("locked", laptop.state().path("state").asText());
  }

  @Test
  void what_is_no_code_costs_no_try() {
    String page = opened();
    signed();
    for (int i = 0; i < 5; i++) {
      assertEquals(422, type(page, "12345").statusCode());
    }
    assertEquals(303, type(page, laptop.code()).statusCode());
  }

  @Test
  void a_code_counts_once() {
    String page = opened();
    signed();
    assertEquals(303, type(page, laptop.code()).statusCode());
    assertEquals(422, type(page, laptop.code()).statusCode());
    HttpResponse<String> again = laptop.sign(node -> {});
    assertEquals("verification-over", Samples.parse(again.body()).path("code").asText());
  }

  @Test
  void after_three_minutes_it_is_over_whatever_the_clock_says() {
    String page = opened();
    signed();
    running.setClock(Duration.ofHours(-2));
    running.now = running.now.plusSeconds(181);
    assertEquals(422, type(page, laptop.code()).statusCode());
    assertTrue(page(page).contains("Its time is up."), page(page));
    assertEquals("expired", laptop.state().path("state").asText());
    assertTrue(Samples.parse(laptop.look().body()).path("verification").isMissingNode());
  }

  @Test
  void a_clock_that_is_set_in_between_ends_nothing() {
    String page = opened();
    signed();
    running.setClock(Duration.ofMinutes(20));
    assertEquals(303, type(page, laptop.code()).statusCode());
  }

  @Test
  void what_was_signed_for_another_purpose_is_none() {
    String page = opened();
    for (String member : new String[] {"purpose", "ticket", "technician", "nonce"}) {
      HttpResponse<String> answer = laptop.sign(node -> node.put(member, "remote-help"));
      assertEquals(422, answer.statusCode(), member + answer.body());
    }
    assertEquals(422, laptop.sign(node -> node.putArray("words").add("a").add("b")).statusCode());
    assertFalse(page(page).contains("has signed"), page(page));
  }

  /** Somebody relays an old answer into a verification for something else. */
  @Test
  void an_answer_to_one_is_none_to_the_next() {
    String first = opened();
    Laptop.Request kept = laptop.signed(node -> {});
    crew.ask("theo", "POST", first + "/cancel", Map.of());
    assertEquals(303, open("remote-help").statusCode());
    assertEquals(409, kept.send().statusCode());
    String code = laptop.code();
    laptop.look();
    signed();
    assertNotEquals(code, laptop.code());
  }

  @Test
  void the_same_request_does_not_count_twice() {
    opened();
    Laptop.Request request = laptop.signed(node -> {});
    assertEquals(200, request.send().statusCode());
    assertEquals("replayed", Samples.parse(request.send().body()).path("code").asText());
  }

  @Test
  void another_laptop_cannot_answer() throws IOException {
    String page = opened();
    CallingLaptop other = new CallingLaptop(running.laptop("Acme Dental", "LT-0043"));
    assertTrue(Samples.parse(other.look().body()).path("verification").isMissingNode());
    other.asked = laptop.asked;
    HttpResponse<String> answer = other.sign(node -> {});
    assertEquals("no-verification", Samples.parse(answer.body()).path("code").asText());
    assertEquals(404, other.deny("unknown").statusCode());
    assertTrue(page(page).contains("The laptop shows it."));
  }

  @Test
  void what_another_key_signed_is_none() {
    opened();
    Laptop.Request request = laptop.signed(node -> {});
    JsonNode body =
        Samples.parse(new String(request.body, java.nio.charset.StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        laptop
            .post(
                "/v1/verify/answer",
                Map.of(
                    "verification",
                    body.path("verification").asText(),
                    "payload",
                    body.path("payload").asText(),
                    "signature",
                    Laptop.signature(Laptop.newKeys(), "porchlight-verify/1\n")))
            .send();
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @Test
  void a_clock_that_is_off_is_told_and_one_that_lies_is_refused() {
    String page = opened();
    Laptop.Request late = laptop.signed(node -> {});
    late.created -= 600;
    assertEquals("clock", Samples.parse(late.send().body()).path("code").asText());
    Instant now = running.now;
    for (Duration off : new Duration[] {Duration.ofMinutes(-3), Duration.ofMinutes(3)}) {
      HttpResponse<String> answer = laptop.sign(node -> node.put("at", now.plus(off).toString()));
      assertEquals(422, answer.statusCode(), answer.body());
    }
    assertEquals(200, laptop.sign(node -> node.put("skewSeconds", 7200)).statusCode());
    type(page, laptop.code());
    assertTrue(page(page).contains("clock is off by 2 h"), page(page));
  }

  @Test
  void two_who_were_both_called_hear_of_it() {
    String page = opened();
    laptop.sign(node -> node.put("called", "tech").put("session", "locked"));
    type(page, laptop.code());
    String proven = page(page);
    assertTrue(proven.contains("Verified, with doubts."), proven);
    assertTrue(proven.contains("somebody may sit between you"), proven);
    assertTrue(proven.contains("was locked"), proven);
  }

  @Test
  void a_user_who_knows_of_nothing_ends_it() {
    String page = opened();
    assertEquals(200, laptop.deny("words").statusCode());
    assertTrue(page(page).contains("The user says that this is not theirs."));
    String events = crew.get("ada", "/v1/exports/ocsf.ndjson?after=0").body();
    assertTrue(events.contains("\"class_uid\":3002"), events);
    assertTrue(crew.get("ada", "/audit.csv").body().contains("call-denied"));
  }

  @Test
  void what_is_sent_is_read_once_at_the_laptop_and_nowhere_else() {
    String page = opened();
    signed();
    String secret = "correct horse 9!";
    assertEquals(
        422,
        crew.ask("theo", "POST", page + "/message", Map.of("text", secret)).statusCode(),
        "not before the code");
    type(page, laptop.code());
    assertEquals(
        303, crew.ask("theo", "POST", page + "/message", Map.of("text", secret)).statusCode());
    assertFalse(page(page).contains(secret));
    JsonNode first = laptop.state();
    assertEquals(secret, laptop.open(first.path("message").asText()));
    assertTrue(laptop.state().path("message").isMissingNode(), "once");
    assertTrue(page(page).contains("The laptop has taken it"));
    String log = crew.get("ada", "/audit.csv").body();
    assertTrue(log.contains("call-message-read"), log);
    assertFalse(log.contains(secret));
  }

  @Test
  void nothing_can_be_sent_once_the_window_is_closed() {
    String page = opened();
    signed();
    type(page, laptop.code());
    running.now = running.now.plus(Duration.ofMinutes(14));
    assertEquals(
        422, crew.ask("theo", "POST", page + "/message", Map.of("text", "x")).statusCode());
  }

  @Test
  void five_that_went_wrong_bar_a_laptop_for_an_hour() {
    for (int i = 0; i < 5; i++) {
      opened();
      laptop.deny("unknown");
    }
    HttpResponse<String> barred = open("password-reset");
    assertEquals(422, barred.statusCode());
    assertTrue(barred.body().contains("went wrong within an hour"), barred.body());
    for (int i = 0; i < 7; i++) { // nobody who is asked for is signed out
      running.now = running.now.plus(Duration.ofMinutes(9));
      crew.get("theo", "/account");
    }
    assertEquals(303, open("password-reset").statusCode());
  }

  @Test
  void a_laptop_has_one_at_a_time_and_a_tech_thirty_an_hour() {
    String page = opened();
    assertEquals(422, open("other").statusCode());
    for (int i = 1; i < 30; i++) {
      crew.ask("theo", "POST", page + "/cancel", Map.of());
      HttpResponse<String> next = open("other");
      assertEquals(303, next.statusCode(), next.body());
      page = next.headers().firstValue("Location").orElseThrow();
    }
    crew.ask("theo", "POST", page + "/cancel", Map.of());
    assertTrue(open("other").body().contains("You have opened 30 within an hour"));
  }
}
