package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.central.ledger.DayStand;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Viewer;

/** How long somebody was away, and as what those count who said that they would be. */
class ReturnTest extends OneLaptop {
  private static final String FINE = Samples.content("LT-1", "safe", 95, "firewall:pass:high");

  @BeforeEach
  void reported() {
    laptop.full(FINE).send();
  }

  private String cameBack() {
    String page = running.page("/").body();
    assertTrue(page.contains("Came back"), page);
    return page.substring(page.indexOf("Came back"));
  }

  @Test
  void a_silence_is_as_long_as_the_time_that_passed_whatever_the_clock_was_set_to() {
    running.now = running.now.plus(Duration.ofHours(30));
    running.central.look();
    running.setClock(Duration.ofDays(3));
    laptop.full(FINE).send();
    assertTrue(cameBack().contains("after 30 h of silence; now safe"), cameBack());
  }

  private DayStand today() throws IOException {
    running.central.noteDay();
    try (Ledger ledger = running.ledger()) {
      List<DayStand> days =
          ledger.seenBy(Viewer.operator()).overview(running.now).days(Instant.EPOCH);
      return days.getLast();
    }
  }

  @Test
  void who_is_parked_is_not_safe_on_that_day_and_not_better_than_it_said() throws IOException {
    Laptop bad = running.laptop("Acme Dental", "LT-2");
    bad.full(Samples.content("LT-2", "unsafe", 41, "firewall:fail:high")).send();
    assertEquals(1, today().safe());
    laptop.goodbye("shutdown").send();
    bad.goodbye("shutdown").send();
    DayStand day = today();
    assertEquals(List.of(0, 1, 1), List.of(day.safe(), day.parked(), day.unsafe()));
    assertEquals(68, day.score().orElse(0), "the score is that of both");
  }
}
