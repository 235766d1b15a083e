package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.linux.wifi.Scans.MAC;
import static porchlight.gather.linux.wifi.Scans.associated;
import static porchlight.gather.linux.wifi.Scans.rsn;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.NotInUse;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

/** What other versions of {@code iw} print, by their sources, and other radios; written by hand. */
class IwVersionsTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");
  private static final String LINK = "Connected to " + MAC + " (on wlan0)\n\tSSID: Cafe\n";
  private static final String SAE = rsn("CCMP", "CCMP", "SAE");

  private static Told joined(String link, String scan) {
    return new Told()
        .says(Iw.LINK.on(WLAN0), link)
        .says(Iw.STATION.on(WLAN0), Scans.station(link))
        .says(Iw.SCAN.on(WLAN0), scan);
  }

  private static Security security(Told machine) {
    if (Iw.wifi(machine, WLAN0) instanceof Known<Wifi>(Joined joined)) {
      return joined.security();
    }
    throw new AssertionError(Iw.wifi(machine, WLAN0));
  }

  private static Reason reason(Told machine) {
    if (Iw.wifi(machine, WLAN0) instanceof Unknown<Wifi>(var reason, var detail)) {
      return reason;
    }
    throw new AssertionError(Iw.wifi(machine, WLAN0));
  }

  @Test
  void every_suite_of_newer_versions_has_its_place() {
    for (var row :
        List.of(
            List.of("PSK PSK/SHA-256 SAE FT/SAE", "WPA2_WPA3"),
            List.of("SAE SAE-EXT-KEY FT/SAE-EXT-KEY", "WPA3"),
            List.of("FT/PSK", "WPA2"),
            List.of("PSK/SHA-384 FT/PSK/SHA-384", "WPA2"),
            List.of("IEEE 802.1X/SUITE-B", "ENTERPRISE"),
            List.of("FT/IEEE 802.1X/SHA-384 IEEE 802.1X/SHA-256", "ENTERPRISE"),
            List.of("FILS/SHA-384 IEEE 802.1X", "ENTERPRISE"),
            List.of("IEEE 802.1X OWE", "OWE"))) {
      String scan = associated("Privacy ", "0x0411", rsn("GCMP-256", "GCMP-256 CCMP", row.get(0)));
      assertEquals(Security.valueOf(row.get(1)), security(joined(LINK, scan)), row.get(0));
    }
    for (String odd :
        List.of("50-6f-9a:1", "OSEN", "DPP", "00-0f-ac:99", "00-14-72:1", "TDLS/TPK", "PSK PASN")) {
      String scan = associated("Privacy ", "0x0411", rsn("CCMP", "CCMP", odd));
      assertEquals(Reason.NOT_UNDERSTOOD, reason(joined(LINK, scan)), odd);
    }
    String version = associated("Privacy ", "0x0411", SAE.replace("Version: 1", "Version: 10"));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(joined(LINK, version)));
  }

  @Test
  void a_connection_of_several_links_is_as_good_as_its_weakest() {
    String link =
        "Connected to 02:00:00:00:aa:00 (on wlan0)\n\tSSID: Cafe\n\tLink 0 BSSID "
            + MAC
            + """

            \t\tfreq: 2412.0
            \tLink 1 BSSID 02:00:00:00:05:00
            \t\tfreq: 5955.0
            MLD 02:00:00:00:aa:00 stats:
            \tRX: 1 bytes (1 packets)
            """;
    String strong = associated("Privacy ", "0x0411", SAE);
    String other = strong.replace(MAC, "02:00:00:00:05:00").replace("2412", "5955.0");
    assertEquals(Security.WPA3, security(joined(link, strong + other)));
    String weak =
        associated("Privacy ", "0x0411", rsn("CCMP", "CCMP", "PSK"))
            .replace(MAC, "02:00:00:00:05:00");
    assertEquals(Security.WPA2, security(joined(link, strong + weak)));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(joined(link, strong + other.replace("suites: SAE", "suites: 00-0f-ac:99"))));
  }

  @Test
  void a_version_that_knows_no_links_leaves_it_to_the_others() {
    String text =
        "Connected to " + MAC + " (on wlan0)\nConnected to 02:00:00:00:05:00 (on wlan0)\n";
    String error = "command failed: No such file or directory (-2)";
    var machine = new Told().says(Iw.LINK.on(WLAN0), new Answer.Said(254, text, error));
    assertEquals(Reason.NOT_SUPPORTED, reason(machine));
  }

  @Test
  void a_station_with_links_is_authorized_as_a_whole() {
    String station =
        "Station "
            + MAC
            + """
             (on wlan0)
            \tauthorized:\tno
            \tauthenticated:\tyes
            \tLink 0:
            \t\tAddress: 02:00:00:00:05:00
            \tcurrent time:\t1 ms
            """;
    var machine = joined(LINK, associated("Privacy ", "0x0411", SAE));
    machine.says(Iw.STATION.on(WLAN0), station);
    assertEquals(Reason.TIMED_OUT, reason(machine));
    machine.says(Iw.STATION.on(WLAN0), station.replace("\tno", "\tyes"));
    assertEquals(Security.WPA3, security(machine));
  }

  @Test
  void a_driver_that_does_not_say_authorized_is_believed_only_when_its_station_is_whole() {
    String some = "Station " + MAC + " (on wlan0)\n\tinactive time:\t4 ms\n\trx bytes:\t1\n";
    var machine = joined(LINK, associated("Privacy ", "0x0411", SAE));
    machine.says(Iw.STATION.on(WLAN0), some + "\tcurrent time:\t1795365897586 ms\n");
    assertEquals(Security.WPA3, security(machine));
    for (Answer answer :
        List.of(
            new Answer.Said(0, some),
            new Answer.Said(0, ""),
            new Answer.Said(0, some.replace(MAC, "02:00:00:00:66:66") + "\tauthorized:\tyes\n"),
            new Answer.Said(161, "", "command failed: Operation not supported (-95)"))) {
      assertEquals(Reason.NOT_SUPPORTED, reason(machine.says(Iw.STATION.on(WLAN0), answer)));
    }
    machine.says(Iw.STATION.on(WLAN0), some + "\tauthorized:\tmaybe\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(machine));
    machine.says(Iw.STATION.on(WLAN0), new Answer.Missing());
    assertEquals(Reason.TOOL_MISSING, reason(machine));
    machine.says(Iw.STATION.on(WLAN0), new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(machine));
  }

  @Test
  void laptops_among_themselves_have_no_access_point_to_be_authorized_by() {
    String link = "Joined IBSS " + MAC + " (on wlan0)\n\tSSID: Cafe\n\tfreq: 2412\n";
    String scan = associated("", "0x0402", "").replace("ESS ", "IBSS ");
    var machine =
        joined(link, scan.replace("-- associated", "-- joined")).says(Iw.STATION.on(WLAN0), "");
    assertEquals(Security.OPEN, security(machine));
  }

  @Test
  void a_mesh_is_no_link_and_is_not_taken_for_nothing() {
    var up = Adapters.LINKS.folder("wlan0").file("operstate");
    var machine = new Told().says(Iw.LINK.on(WLAN0), "Not connected.\n").says(up, "up\n");
    String info = "Interface wlan0\n\tifindex 3\n\ttype %s\n\twiphy 0\n";
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(machine.says(Iw.INFO.on(WLAN0), info.formatted("mesh point"))));
    for (String type : List.of("managed", "AP", "P2P-GO", "monitor")) {
      machine.says(Iw.INFO.on(WLAN0), info.formatted(type));
      assertEquals(Reading.known(new NotInUse("not connected")), Iw.wifi(machine, WLAN0), type);
    }
    machine.says(Iw.INFO.on(WLAN0), info.formatted("mesh point")).says(up, "down\n");
    assertEquals(Reading.known(new NotInUse("not connected")), Iw.wifi(machine, WLAN0));
  }

  @Test
  void a_scan_that_is_cut_off_anywhere_is_never_open_nor_good() {
    String whole = Captures.text("wifi/mixed/iw-scan-dump-user.txt");
    String link = Captures.text("wifi/mixed/iw-link.txt");
    int known = 0;
    for (int end = 0; end < whole.length(); end += 7) {
      var reading = Iw.wifi(joined(link, whole.substring(0, end)), WLAN0);
      if (reading instanceof Known<Wifi>(Joined joined)) {
        assertNotEquals(Security.OPEN, joined.security(), "cut at " + end);
        assertFalse(joined.security().atLeast(Security.OWE), "cut at " + end);
        known++;
      }
    }
    assertTrue(known > 0, "never understood");
  }

  @Test
  void a_kernel_without_nl80211_leaves_it_to_the_others() {
    var machine =
        new Told().says(Iw.LINK.on(WLAN0), new Answer.Said(1, "", "nl80211 not found.\n"));
    assertEquals(Reason.TOOL_MISSING, reason(machine));
  }
}
