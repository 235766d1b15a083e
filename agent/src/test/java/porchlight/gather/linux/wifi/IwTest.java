package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.linux.wifi.Scans.MAC;
import static porchlight.gather.linux.wifi.Scans.associated;
import static porchlight.gather.linux.wifi.Scans.rsn;
import static porchlight.gather.linux.wifi.Scans.wpa;

import java.util.List;
import java.util.Optional;
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
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

class IwTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");

  @Test
  void every_captured_scan_tells_the_network_in_use() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/iw-scan-dump*.txt")) {
      Optional<Wifi> expected = Networks.of(file).map(joined -> joined);
      assertEquals(Reading.known(expected), scan(Captures.text(file), "?"), file);
      seen++;
    }
    assertTrue(seen >= 14, "scans: " + seen);
  }

  @Test
  void every_captured_link_says_whether_it_is_connected() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/iw-link*.txt")) {
      boolean joined = !Captures.text(file).startsWith("Not connected");
      var machine = new Told().says(Iw.LINK.on(WLAN0), Captures.text(file));
      var reading = Iw.wifi(machine, WLAN0);
      assertEquals(joined, reading instanceof Unknown<Wifi>, file);
      seen++;
    }
    assertTrue(seen >= 20, "links: " + seen);
  }

  @Test
  void link_scan_and_station_together_tell_every_captured_network() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/iw-scan-dump*.txt")) {
      String folder = "wifi/" + Networks.folder(file) + "/";
      var machine =
          new Told()
              .says(Iw.LINK.on(WLAN0), Captures.text(folder + "iw-link-user.txt"))
              .says(Iw.SCAN.on(WLAN0), Captures.text(file));
      var stations = Captures.matching(folder + "iw-station.txt");
      machine.says(
          Iw.STATION.on(WLAN0),
          stations.isEmpty()
              ? Scans.station(Captures.text(folder + "iw-link-user.txt"))
              : Captures.text(stations.get(0)));
      Wifi expected =
          Networks.of(file).<Wifi>map(joined -> joined).orElse(new NotInUse("not connected"));
      assertEquals(Reading.known(expected), Iw.wifi(machine, WLAN0), file);
      seen++;
    }
    assertTrue(seen >= 14, "networks: " + seen);
  }

  @Test
  void a_real_card_of_a_stranger_is_read() {
    assertEquals(
        Reading.known(Optional.of(new Joined("wlan0", "replaced", Security.WPA2))),
        scan(Captures.text("wifi/external/iw-scan-associated.txt"), "?"));
    assertEquals(
        Reading.known(Optional.empty()), scan(Captures.text("wifi/external/iw-scan.txt"), "?"));
  }

  @Test
  void spoilt_scans_never_say_open_unless_it_is() {
    int spoilt = 0;
    for (String file : Captures.matching("wifi/*/iw-scan-*.txt")) {
      boolean open = file.startsWith("wifi/open/");
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> {
                var reading = IwScan.joined(Iw.SCAN, "wlan0", "?", answer);
                if (!open && reading instanceof Known<Optional<Wifi>>(var found)) {
                  found.ifPresent(wifi -> assertNotEquals(Security.OPEN, security(wifi), file));
                }
              });
    }
    assertTrue(spoilt > 3000, "spoilt: " + spoilt);
  }

  @Test
  void every_key_management_has_its_place() {
    assertEquals(Security.WPA2, akm("PSK/SHA-256"));
    assertEquals(Security.WPA2, akm("PSK FT/PSK PSK/SHA-256"));
    assertEquals(Security.WPA3, akm("SAE FT/SAE"));
    assertEquals(Security.WPA3, akm("SAE 00-0f-ac:24"));
    assertEquals(Security.WPA2_WPA3, akm("PSK FT/PSK SAE FT/SAE"));
    assertEquals(Security.WPA2_WPA3, akm("PSK 00-0f-ac:8"), "as iw 4 has it");
    assertEquals(Security.WPA3, akm("00-0f-ac:8 00-0f-ac:9"));
    assertEquals(Security.ENTERPRISE, akm("00-0f-ac:12"));
    assertEquals(Security.OWE, akm("OWE"));
    assertEquals(Security.ENTERPRISE, akm("IEEE 802.1X"));
    assertEquals(Security.ENTERPRISE, akm("IEEE 802.1X FT/IEEE 802.1X IEEE 802.1X/SHA-256"));
    assertEquals(Security.ENTERPRISE, akm("IEEE 802.1X/SUITE-B-192"));
    assertEquals(Security.ENTERPRISE, akm("IEEE 802.1X 00-40-96:0"), "CCKM");
    assertEquals(Security.ENTERPRISE, akm("FILS/SHA-256 FT/FILS/SHA-384"));
    assertEquals(Security.WPA2, akm("IEEE 802.1X PSK"));
  }

  @Test
  void an_unknown_key_management_or_a_missing_part_is_not_understood() {
    for (String block :
        List.of(
            rsn("CCMP", "CCMP", "00-0f-ac:99"),
            rsn("CCMP", "CCMP", "PSK 50-6f-9a:3"),
            rsn("CCMP", "CCMP", ""),
            rsn("CCMP", "FOO", "PSK"),
            rsn("", "CCMP", "PSK"),
            "\tRSN:\t<invalid: 1 byte:> 01\n",
            "\tRSN:\t * Version: 1\n",
            "\tRSN:\t * Version: 1\n\t\t * Group cipher: CCMP\n\t\t * bogus tail data (2): 01 02\n",
            "\tOSEN:\t * Version: 1\n\t\t * Group cipher: CCMP\n")) {
      assertNotUnderstood(scan(associated("Privacy ", "0x0411", block), MAC), block);
    }
  }

  @Test
  void tkip_is_wpa_and_beside_ccmp_it_is_mixed() {
    assertEquals(Security.WPA, of(rsn("TKIP", "TKIP", "PSK")));
    assertEquals(Security.WPA_WPA2, of(rsn("TKIP", "CCMP TKIP", "PSK")));
    assertEquals(Security.WPA_WPA2, of(rsn("TKIP", "CCMP", "PSK")));
    assertEquals(Security.WPA, of(rsn("TKIP", "TKIP", "PSK") + wpa("TKIP", "TKIP", "PSK")));
    assertEquals(Security.WPA_WPA2, of(rsn("CCMP", "CCMP", "PSK") + wpa("CCMP", "CCMP", "PSK")));
    assertEquals(Security.WPA, of(wpa("TKIP", "TKIP", "IEEE 802.1X")));
    assertEquals(Security.WEP, of(rsn("WEP-104", "CCMP", "PSK")));
    assertEquals(Security.WPA2, of(rsn("CCMP", "Use group cipher suite", "PSK")));
    assertEquals(Security.ENTERPRISE, of(rsn("GCMP-256", "00-0f-ac:9", "IEEE 802.1X/SUITE-B-192")));
  }

  @Test
  void open_is_said_only_of_what_says_so_itself() {
    String open = associated("", "0x0401", "");
    assertEquals(Security.OPEN, security(scan(open, MAC)));
    assertNotUnderstood(scan(associated("", "0x0411", ""), MAC), "bit without word");
    assertNotUnderstood(scan(associated("Privacy ", "0x0401", ""), MAC), "word without bit");
    assertNotUnderstood(scan(open.replaceAll("\tcapability.*\n", ""), MAC), "no capability");
    assertNotUnderstood(scan(open.replaceAll("\tSupported.*\n", ""), MAC), "half of it");
    assertNotUnderstood(scan(open + "\tSSID: Other\n", MAC), "two names");
    assertNotUnderstood(scan(open.replace("ESS", "DMG").replace("0401", "0400"), MAC), "60 GHz");
  }

  @Test
  void an_open_network_cannot_talk_itself_into_wpa3() {
    String evil = "\tWPS:\t * Device name: x\n" + rsn("CCMP", "CCMP", "SAE");
    assertNotUnderstood(scan(associated("", "0x0401", evil), MAC), "its own element");
    String twice = "\tcapability: ESS Privacy (0x0411)\n" + rsn("CCMP", "CCMP", "SAE");
    assertNotUnderstood(scan(associated("", "0x0401", twice), MAC), "its own capabilities");
    String again = associated("", "0x0401", "") + associated("Privacy ", "0x0411", evil);
    assertNotUnderstood(scan(again, MAC), "its own second block");
    String neighbour =
        associated("Privacy ", "0x0411", rsn("CCMP", "CCMP", "PSK"))
            + associated("", "0x0401", "").replace(MAC, "02:00:00:00:66:66");
    assertEquals(Security.WPA2, security(scan(neighbour, MAC)));
  }

  @Test
  void names_are_unescaped_and_hidden_ones_are_empty() {
    assertEquals("Home: net\\5", NetworkName.unescaped("Home: net\\x5c5"));
    assertEquals("Café ", NetworkName.unescaped("Caf\\xc3\\xa9\\x20"));
    assertEquals("a\"b\\c", NetworkName.unescaped("a\\\"b\\\\c"));
    assertEquals("", NetworkName.unescaped("\\x00\\x00\\x00"));
    assertEquals("\uFFFD[31mred", NetworkName.unescaped("\\x1b[31mred"));
    assertEquals("tail\\", NetworkName.unescaped("tail\\"));
    String hidden = associated("", "0x0401", "").replace("SSID: Cafe", "SSID: \\x00\\x00");
    assertEquals(
        Reading.known(Optional.of(new Joined("wlan0", "", Security.OPEN))), scan(hidden, MAC));
  }

  @Test
  void personal_names_are_marked_in_its_answers() {
    var pattern = Iw.SCAN.personal().get(0);
    var found = pattern.matcher(Captures.text("wifi/open/iw-scan-dump.txt"));
    assertTrue(found.find());
    assertFalse(found.group(1).isBlank());
  }

  private static Reading<Optional<Wifi>> scan(String text, String bssid) {
    return IwScan.joined(Iw.SCAN, "wlan0", bssid, new Answer.Said(0, text));
  }

  private static Security akm(String words) {
    return of(rsn("CCMP", "CCMP", words));
  }

  private static Security of(String elements) {
    return security(scan(associated("Privacy ", "0x0411", elements), MAC));
  }

  private static Security security(Reading<Optional<Wifi>> reading) {
    if (reading instanceof Known<Optional<Wifi>>(var found) && found.isPresent()) {
      return security(found.get());
    }
    throw new AssertionError(reading);
  }

  private static Security security(Wifi wifi) {
    return switch (wifi) {
      case Joined joined -> joined.security();
      case NotInUse none -> throw new AssertionError(none);
    };
  }

  private static void assertNotUnderstood(Reading<Optional<Wifi>> reading, String what) {
    assertTrue(
        reading instanceof Unknown<Optional<Wifi>>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD,
        what + ": " + reading);
  }
}
