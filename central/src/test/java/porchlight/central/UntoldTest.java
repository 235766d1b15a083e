package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A laptop says that nothing has changed since a report that never came. */
class UntoldTest extends OneLaptop {
  private static final String FINE = Samples.content("LT-1", "safe", 95, "firewall:pass:high");
  private static final String BAD = Samples.content("LT-1", "unsafe", 40, "firewall:fail:high");

  @BeforeEach
  void reported() {
    laptop.full(FINE).send();
    running.now = running.now.plus(Duration.ofMinutes(15));
  }

  private String answer() {
    return running.device(laptop).path("answer").asText();
  }

  private static boolean fullWanted(Laptop.Request report) {
    return Samples.parse(report.send().body()).path("fullWanted").asBoolean();
  }

  @Test
  void what_it_said_before_is_not_what_it_says_now() {
    assertTrue(fullWanted(laptop.unchanged(BAD)));
    JsonNode device = running.device(laptop);
    assertEquals("cannot-say", device.path("answer").asText());
    assertFalse(device.has("score") || device.has("report"), device.toString());
    assertTrue(fullWanted(laptop.unchanged(BAD)), "it is asked for until it comes");
    assertTrue(running.page("/").body().contains("it cannot be said any more"));
    assertEquals(200, running.page("/devices/" + laptop.device).statusCode());
    assertFalse(fullWanted(laptop.full(BAD)));
    assertEquals("unsafe", answer());
  }

  @Test
  void what_is_known_again_is_told_again() {
    laptop.unchanged(BAD).send();
    assertFalse(fullWanted(laptop.unchanged(FINE)), "that one did come");
    assertEquals("safe", answer());
    assertEquals(95, running.device(laptop).path("score").asInt());
  }

  @Test
  void what_comes_late_says_nothing_of_now() throws SQLException {
    laptop.sequence = 4;
    laptop.unchanged(BAD).send();
    laptop.sequence = 2;
    laptop.full(FINE.replace("95", "96")).send();
    assertEquals("cannot-say", answer());
    assertEquals(
        0,
        Tables.count(
            running.folder.resolve("ledger.sqlite"),
            "select count(*) from verdicts v join device d on d.id = v.device"
                + " and d.digest = v.digest"),
        "no paper counts what it said before");
    laptop.sequence = 5;
    laptop.full(FINE).send();
    assertEquals("safe", answer());
  }

  @Test
  void it_is_told_as_an_event() {
    laptop.unchanged(BAD).send();
    laptop.unchanged(BAD).send();
    assertEquals(
        1,
        running
            .page("/v1/exports/events.csv")
            .body()
            .lines()
            .filter(line -> line.contains("device.answer") && line.contains("cannot-say"))
            .count());
  }
}
