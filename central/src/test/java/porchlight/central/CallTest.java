package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A tech and a laptop prove to each other who they are. */
class CallTest extends CalledLaptop {
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
