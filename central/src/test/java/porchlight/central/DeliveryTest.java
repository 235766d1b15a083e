package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What devices say of their own reports and clocks, and how their reports are put in order. */
class DeliveryTest extends OneLaptop {
  private static final String SAFE = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private static final String UNSAFE = Samples.content("LT", "unsafe", 9, "firewall:fail:high");

  private void says(long sequence, String delivery) {
    laptop.sequence = sequence;
    String id = UUID.randomUUID().toString();
    String report = Samples.delivery(Samples.full(laptop.head(id), SAFE), delivery);
    assertEquals(202, laptop.report(id, report).send().statusCode());
  }

  private String page() {
    return running.page("/devices/" + laptop.device).body();
  }

  @Test
  void totals_only_grow_whatever_the_order_and_the_skew_is_the_newest() {
    says(1, "{\"failures\": 2}");
    says(9, "{\"dropped\": {\"unchanged\": 5, \"transition\": 1}, \"skewSeconds\": 7200}");
    says(3, "{\"dropped\": {\"unchanged\": 4, \"full\": 1}, \"refused\": 1, \"skewSeconds\": 5}");
    JsonNode delivery = running.device(laptop).path("delivery");
    assertEquals(
        Samples.parse(
            "{\"dropped\": {\"unchanged\": 5, \"full\": 1, \"transition\": 1}, \"refused\": 1,"
                + " \"failures\": 2, \"skewSeconds\": 7200}"),
        delivery);
    assertTrue(page().contains("5 unchanged, 1 full, 1 with a change"), page());
    assertTrue(page().contains("Its clock is 2 h ahead."), page());
    assertEquals(6, running.device(laptop).path("missing").intValue());
    assertTrue(page().contains("6 reports never arrived. Of 6 it says why"), page());
  }

  @Test
  void nothing_to_say_is_nothing_shown() {
    laptop.full(SAFE).send();
    assertFalse(running.device(laptop).has("delivery"));
    assertFalse(page().contains("Its clock") || page().contains("Dropped"));
  }

  @Test
  void totals_that_no_report_can_mean_are_invalid() {
    for (String wrong :
        new String[] {"{\"refused\": -1}", "{\"lost\": 1}", "7", "{\"failures\": 1e300}"}) {
      String id = UUID.randomUUID().toString();
      laptop.sequence++;
      String report = Samples.delivery(Samples.full(laptop.head(id), SAFE), wrong);
      Answers.refused(422, "invalid", laptop.report(id, report));
    }
  }

  @Test
  void a_policy_that_was_kept_out_is_shown_with_its_reason_in_calm() {
    String content =
        SAFE.replace(
            "\"policyRevision\":3",
            "\"policyRevision\":3,\"policySource\":\"built-in\",\"policyRefused\":{\"revision\":8,"
                + "\"why\":\"no check <b>firewal</b>\"}");
    assertFalse(content.equals(SAFE));
    assertEquals(202, laptop.full(content).send().statusCode());
    assertTrue(page().contains("revision 8 of the policy out: no check &lt;b&gt;firewal"), page());
    assertTrue(page().contains("3, built in"), page());
  }

  @Test
  void numbers_order_what_clocks_confuse() {
    Instant today = running.now;
    laptop.sequence = 0;
    running.now = today.plus(Duration.ofDays(1));
    Laptop.Request wrongClock = laptop.full(UNSAFE);
    running.now = today;
    laptop.full(SAFE).send();
    wrongClock.created = today.getEpochSecond();
    assertEquals(202, wrongClock.send().statusCode(), "collected tomorrow, but earlier");
    JsonNode device = running.device(laptop);
    assertEquals("safe", device.path("answer").asText());
    assertEquals(0, device.path("missing").intValue());
    JsonNode history = device.path("history");
    assertEquals(2, history.path(0).path("sequence").intValue(), "newest first: " + history);
    assertEquals("pass", history.path(0).path("to").asText());
  }

  @Test
  void what_waited_is_no_sign_of_life_for_the_news() {
    Laptop.Request waited = laptop.full(UNSAFE);
    laptop.full(SAFE).send();
    running.now = running.now.plus(Duration.ofDays(3));
    waited.created = running.now.getEpochSecond();
    assertEquals(202, waited.send().statusCode());
    assertEquals("silent", running.device(laptop).path("presence").asText());
    assertEquals(running.now.toString(), running.device(laptop).path("lastSeen").asText());
  }
}
