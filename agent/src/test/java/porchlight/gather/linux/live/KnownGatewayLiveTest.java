package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.checks.Outcome;
import porchlight.checks.Verdict;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;

/** A network that is known, and one that only looks like it. */
class KnownGatewayLiveTest extends WatchedGateway {
  private static final String EXCHANGED = "the gateway of a known Wi-Fi network has another";

  private static final Reading<Wifi> ATTIC =
      Reading.known(new Wifi.Joined("eth0", "Attic", Wifi.Security.WPA2));

  /** The neighbour gives out another range than the home's, and itself as the gateway. */
  @Test
  void another_range_on_a_known_wifi_network_is_not_called_a_first_visit() {
    look(ATTIC);
    here.replug();
    here.attacker.sh("ip addr add 10.66.0.1/16 dev eth0");
    here.laptop.sh("ip addr flush dev eth0 scope global");
    here.laptop.sh("ip addr add 10.66.0.10/16 dev eth0");
    here.laptop.sh("ip route replace default via 10.66.0.1");
    here.meet("10.66.0.1");
    for (int day = 1; day <= 6; day++) {
      Verdict verdict = look(ATTIC);
      assertEquals(day <= 4 ? Outcome.UNKNOWN : Outcome.PASS, verdict.outcome(), "day " + day);
      now = now.plus(Duration.ofDays(1));
    }
  }

  @Test
  void a_router_that_was_exchanged_is_told_for_days_and_then_is_the_gateway() {
    look(ATTIC);
    here.exchangeRouter("00:00:5e:00:53:02");
    here.replug();
    here.meet("10.50.0.1");
    for (int day = 1; day <= 6; day++) {
      Verdict verdict = look(ATTIC);
      if (day <= 4) {
        assertFails(EXCHANGED, verdict);
      } else {
        assertPasses("it is the same", verdict);
      }
      now = now.plus(Duration.ofDays(1));
    }
  }

  @Test
  void the_same_addresses_in_another_home_are_no_alarm() {
    look(CABLE);
    here.replug();
    here.exchangeRouter("00:00:5e:00:53:02");
    assertPasses("first time here", look(CABLE));
    for (Wifi.Security open : List.of(Wifi.Security.OPEN, Wifi.Security.OWE)) {
      Reading<Wifi> cafe = Reading.known(new Wifi.Joined("eth0", "Guest", open));
      look(cafe);
      here.replug();
      here.exchangeRouter(open == Wifi.Security.OPEN ? "00:00:5e:00:53:03" : Neighbourhood.ROUTER);
      assertPasses("first time here", look(cafe));
    }
    look(ATTIC);
    here.replug();
    here.exchangeRouter("00:00:5e:00:53:0a");
    assertPasses(
        "first time here",
        look(Reading.known(new Wifi.Joined("eth0", "Cellar", Wifi.Security.WPA2))));
  }
}
