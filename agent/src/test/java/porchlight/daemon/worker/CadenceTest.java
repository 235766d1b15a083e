package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.daemon.Handover;
import porchlight.daemon.ReportsLost;
import porchlight.daemon.Wake;
import porchlight.facts.Wifi;
import porchlight.uplink.Canned;

class CadenceTest extends CyclingLaptop {
  @Test
  void what_has_not_changed_is_a_heartbeat_and_what_has_is_told_in_full() throws IOException {
    seed();
    cycle();
    cycle();
    security = Wifi.Security.WPA3;
    cycle();
    cycle();
    security = Wifi.Security.OPEN;
    cycle();
    assertEquals(List.of("full", "unchanged", "full", "unchanged", "full"), kinds());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), sequences());
  }

  @Test
  void once_a_day_everything_is_told_again() throws IOException {
    seed();
    cycle();
    clock.pass(Duration.ofHours(23));
    cycle();
    clock.pass(Duration.ofHours(2));
    cycle();
    assertEquals(List.of("full", "unchanged", "full"), kinds());
  }

  @Test
  void central_can_ask_for_everything_and_for_another_cadence() throws IOException {
    seed();
    central.nextReportSeconds = 300;
    cycle();
    central.forget();
    assertTrue(cycle().startsWith("next 300 "));
    cycle();
    cycle();
    assertEquals(List.of("full", "unchanged", "full", "unchanged"), kinds());
  }

  @Test
  void a_full_report_that_central_has_not_got_is_never_named() throws IOException {
    seed();
    central.say(Canned.problem(401, "bad-token"));
    cycle();
    clock.pass(Duration.ofHours(1));
    cycle();
    security = Wifi.Security.WPA3;
    central.say(new Canned(500, "", Map.of()));
    cycle();
    assertEquals(1, status().waiting());
    clock.pass(Duration.ofHours(1));
    cycle();
    assertEquals(List.of("full", "full", "full", "full"), kinds(), "the third was sent twice");
    assertEquals(List.of(1L, 2L, 3L, 2L), sequences(), "the news first");
    assertEquals(0, status().waiting());
    cycle();
    assertEquals("unchanged", kinds().get(4));
  }

  @Test
  void a_failure_never_makes_it_ask_more_often() throws IOException {
    seed();
    cycle();
    for (int i = 0; i < 8; i++) {
      central.say(new Canned(500, "", Map.of()));
      String line = cycle();
      assertTrue(line.startsWith("next 900 "), line);
      clock.pass(Duration.ofMinutes(30));
    }
    assertTrue(cycle().startsWith("next 900 "));
  }

  @Test
  void a_retry_that_is_not_due_is_not_sent_unless_the_network_changed() throws IOException {
    seed();
    cycle();
    central.say(Canned.problem(429, "slow-down").with("Retry-After", "5000"));
    assertTrue(cycle().startsWith("next 900 "), "it keeps checking");
    handover = new Handover(Wake.NETWORK, 0, Optional.empty(), ReportsLost.NONE);
    assertTrue(cycle().startsWith("next 900 "), "central's word holds on any network");
    assertEquals(2, central.taken().size() - 1);
    assertEquals(2, status().waiting());
    clock.pass(Duration.ofSeconds(5001));
    assertTrue(cycle().startsWith("next 900 "));
    assertEquals(0, status().waiting());
  }
}
