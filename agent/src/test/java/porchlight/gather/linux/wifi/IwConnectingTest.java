package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.linux.wifi.Scans.MAC;
import static porchlight.gather.linux.wifi.Scans.associated;
import static porchlight.gather.linux.wifi.Scans.rsn;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

/** What {@code iw} says one question after the other. */
class IwConnectingTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");

  @Test
  void while_connecting_it_asks_again_and_never_says_open() {
    String station = "Station " + MAC + " (on wlan0)\n\tauthorized:\tno\n";
    var machine =
        new Told()
            .says(Iw.LINK.on(WLAN0), "Connected to " + MAC + " (on wlan0)\n")
            .says(Iw.STATION.on(WLAN0), station)
            .says(Iw.SCAN.on(WLAN0), associated("", "0x0401", ""));
    assertEquals(Reading.unknown(Reason.TIMED_OUT, "wlan0 is connecting"), Iw.wifi(machine, WLAN0));
    var later =
        new Told()
            .says(
                Iw.LINK.on(WLAN0),
                new Answer.Said(0, "Authenticated with " + MAC + " (on wlan0)\n"),
                new Answer.Said(0, "Connected to " + MAC + " (on wlan0)\n"))
            .says(Iw.STATION.on(WLAN0), station.replace("\tno", "\tyes"))
            .says(Iw.SCAN.on(WLAN0), associated("Privacy ", "0x0411", rsn("CCMP", "CCMP", "PSK")));
    assertEquals(Reading.known(new Joined("wlan0", "Cafe", Security.WPA2)), Iw.wifi(later, WLAN0));
    assertTrue(later.asked().contains(Settling.WAIT.text()));
  }

  @Test
  void a_scan_of_another_network_than_the_link_is_not_understood() {
    var machine =
        new Told()
            .says(Iw.LINK.on(WLAN0), "Connected to " + MAC + " (on wlan0)\n\tSSID: Home\n")
            .says(Iw.STATION.on(WLAN0), Scans.station("Connected to " + MAC + " "))
            .says(Iw.SCAN.on(WLAN0), associated("", "0x0401", ""));
    assertTrue(
        Iw.wifi(machine, WLAN0) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD);
  }

  @Test
  void a_scan_without_the_network_in_use_is_not_understood() {
    var machine =
        new Told()
            .says(Iw.LINK.on(WLAN0), "Connected to " + MAC + " (on wlan0)\n")
            .says(Iw.STATION.on(WLAN0), Scans.station("Connected to " + MAC + " "))
            .says(Iw.SCAN.on(WLAN0), "");
    assertTrue(
        Iw.wifi(machine, WLAN0) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD);
  }

  @Test
  void missing_denied_and_garbled_are_told_apart() {
    var reasons = new ArrayList<String>();
    for (Answer answer :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.TimedOut(),
            new Answer.Said(255, "", "command failed: Operation not permitted (-1)"),
            new Answer.Said(1, "", "nl80211 not found."),
            new Answer.Said(0, "what?"))) {
      var reading = Iw.wifi(new Told().says(Iw.LINK.on(WLAN0), answer), WLAN0);
      assertTrue(reading instanceof Unknown<Wifi>);
      if (reading instanceof Unknown<Wifi>(var reason, var detail)) {
        reasons.add(reason.word());
      }
    }
    assertEquals(
        List.of(
            "tool-missing",
            "needs-privilege",
            "timed-out",
            "needs-privilege",
            "tool-missing",
            "not-understood"),
        reasons);
  }
}
