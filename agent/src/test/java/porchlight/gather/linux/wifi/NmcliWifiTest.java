package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import porchlight.gather.linux.Terse;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class NmcliWifiTest {
  private static final String BSSID = "02\\:00\\:00\\:00\\:04\\:00";

  @Test
  void every_captured_list_tells_the_network_in_use() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/nmcli-wifi-list{,-user}.txt")) {
      var expected =
          Networks.of(file)
              .<Reading<Wifi>>map(Reading::known)
              .orElse(Reading.known(new NotInUse("not connected")));
      String state = Networks.of(file).isPresent() ? "connected" : "disconnected";
      assertEquals(
          expected, wifi("wlan0:wifi:" + state, withOurColumns(Captures.text(file))), file);
      seen++;
    }
    assertTrue(seen >= 15, "lists: " + seen);
  }

  @Test
  void every_captured_device_list_is_read_like_ours() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/nmcli-dev.txt")) {
      String devices =
          Terse.rows(Captures.text(file), 4).orElseThrow().stream()
              .map(row -> String.join(":", row.subList(0, 3)))
              .collect(Collectors.joining("\n", "", "\n"));
      String networks = Networks.of(file).isPresent() ? row("*", "x", "", "(none)", "(none)") : "";
      assertEquals(
          Networks.of(file).isPresent(), wifi(devices, networks).toString().contains("OPEN"), file);
      seen++;
    }
    assertTrue(seen >= 4, "devices: " + seen);
  }

  @Test
  void flags_decide_and_an_unknown_one_is_not_understood() {
    assertEquals(Security.WPA2_WPA3, of("WPA2 WPA3", "(none)", "pair_ccmp group_ccmp psk sae"));
    assertEquals(Security.WPA_WPA2, of("WPA2", "(none)", "pair_tkip pair_ccmp group_tkip psk"));
    assertEquals(Security.WPA, of("WPA2", "(none)", "pair_tkip group_tkip psk"));
    assertEquals(
        Security.ENTERPRISE,
        of("WPA3 802.1X", "(none)", "pair_ccmp group_ccmp wpa-eap-suite-b-192"));
    assertEquals(Security.OWE, of("OWE", "(none)", "pair_ccmp group_ccmp owe"));
    assertEquals(Security.OPEN, of("OWE-TM", "(none)", "owe"), "the open half of the two");
    for (String row :
        List.of(
            row("*", "x", "", "(none)", "pair_ccmp group_ccmp new"),
            row("*", "x", "OWE-TM", "(none)", ""),
            row("*", "x", "WPA2", "(none)", "(none)"),
            row("*", "x", "", "", ""),
            row("*", "x", "WPA2", "(none)", "pair_ccmp group_ccmp"),
            row("*", "x", "WPA2", "(none)", "pair_ccmp psk"),
            row("*", "x", "OWE", "(none)", "owe"),
            row("*", "x", "WPA3 802.1X", "(none)", "wpa-eap-suite-b-192"),
            row("*", "x", "", "(none)", "(none)")
                + row(" ", "y", "", "(none)", "(none)")
                    .replace("02\\:00\\:00", "00\\:01\\:02")
                    .replace("04\\:00", "00\\:01"))) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi("wlan0:wifi:connected", row)), row);
    }
  }

  @Test
  void a_strangers_name_cannot_pose_as_a_row() {
    String evil = "\n*:02\\:00:x:WPA3:(none):";
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(wifi("wlan0:wifi:connected", row(" ", evil, "", "(none)", "(none)"))));
    String escaped = "x\n*\\:y\\\\";
    assertEquals(
        Reading.known(new Joined("wlan0", "x\uFFFD*:y\\", Security.OPEN)),
        wifi("wlan0:wifi:connected", row("*", escaped, "", "(none)", "(none)")));
  }

  @Test
  void of_two_radios_the_weakest_counts() {
    String devices = "wlan0:wifi:connected\nwlan1:wifi:connected";
    String two =
        row("*", "good", "WPA3", "(none)", "pair_ccmp group_ccmp sae")
            + "\n"
            + row("*", "bad", "", "(none)", "(none)").replace("wlan0", "wlan1");
    assertEquals(Reading.known(new Joined("wlan1", "bad", Security.OPEN)), wifi(devices, two));
    String odd = two.replace("::(none):(none)", ":NEW:(none):(none)");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi(devices, odd)));
  }

  @Test
  void while_connecting_it_asks_again_and_never_says_open() {
    String open = row("*", "x", "", "(none)", "(none)");
    for (String state :
        List.of(
            "connecting (prepare)",
            "connecting (configuring)",
            "connecting (need authentication)",
            "connecting (getting IP configuration)")) {
      assertEquals(Reason.TIMED_OUT, reason(wifi("wlan0:wifi:" + state, open)), state);
    }
  }

  @Test
  void states_that_contradict_the_list_are_not_understood() {
    String open = row("*", "x", "", "(none)", "(none)");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi("wlan0:wifi:disconnected", open)));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi("wlan0:wifi:connected", "")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi("wlan0:wifi:connected", open + open)));
    assertEquals(Reason.TOOL_MISSING, reason(wifi("wlan0:wifi:unmanaged", "")));
    assertEquals(Reason.TOOL_MISSING, reason(wifi("eth0:ethernet:connected", "")));
  }

  @Test
  void missing_denied_and_not_running_are_told_apart() {
    assertEquals(Reason.TOOL_MISSING, reason(answered(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(answered(new Answer.Denied())));
    assertEquals(
        Reason.TOOL_MISSING,
        reason(answered(new Answer.Said(8, "", "Error: NetworkManager is not running.\n"))));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(answered(new Answer.Said(0, "what?"))));
  }

  @Test
  void the_owner_of_iwds_name_is_asked_of_the_bus() {
    assertEquals(Reading.known(true), owner(new Answer.Said(0, "b true\n")));
    assertEquals(Reading.known(false), owner(new Answer.Said(0, "   boolean false\n")));
    for (Answer answer :
        List.of(
            new Answer.Said(1, "", "Failed to connect to bus"),
            new Answer.Said(0, "b maybe"),
            new Answer.Denied())) {
      assertTrue(owner(answer) instanceof Unknown<Boolean>);
    }
  }

  @Test
  void every_name_of_a_network_is_marked_as_personal() {
    var pattern = NmcliWifi.NETWORKS.personal().get(0);
    var found = new ArrayList<String>();
    pattern
        .matcher(withOurColumns(Captures.text("wifi/wpa2/nmcli-wifi-list-user.txt")))
        .results()
        .forEach(match -> found.add(match.group(1)));
    assertEquals(9, found.size());
    assertTrue(found.contains("Home\\: net\\\\5"), found.toString());
  }

  @Test
  void a_row_that_is_not_understood_is_not_told_with_its_name() {
    String odd = row("?", "Attic", "", "(none)", "(none)");
    assertFalse(wifi("wlan0:wifi:connected", odd).toString().contains("Attic"));
  }

  @Test
  void spoilt_answers_never_say_open_unless_it_is() {
    int spoilt = 0;
    for (String file : Captures.matching("wifi/*/nmcli-wifi-list*.txt")) {
      boolean open = file.contains("open");
      spoilt +=
          Garbled.each(
              withOurColumns(Captures.text(file)),
              text -> {
                if (!open && wifi("wlan0:wifi:connected", text) instanceof Known<Wifi>(Joined j)) {
                  assertNotEquals(Security.OPEN, j.security(), text);
                }
              });
    }
    assertTrue(spoilt > 2000, "spoilt: " + spoilt);
  }

  /** The captures have fewer columns than we ask for, or more: the same rows, with ours. */
  static String withOurColumns(String text) {
    boolean isLong = Terse.rows(text, 13).isPresent();
    var out = new StringBuilder();
    for (List<String> row : Terse.rows(text, isLong ? 13 : firstFields(text)).orElseThrow()) {
      List<String> ours =
          row.size() == 6
              ? row
              : List.of(row.get(0), row.get(1), row.get(2), row.get(8), row.get(9), row.get(10));
      for (String field : ours) {
        out.append(field.replace("\\", "\\\\").replace(":", "\\:")).append(':');
      }
      out.append("wlan0\n");
    }
    return out.toString();
  }

  private static int firstFields(String text) {
    return Terse.rows(text, 6).isPresent() ? 6 : 11;
  }

  private static String row(String inUse, String ssid, String security, String wpa, String rsn) {
    return String.join(":", inUse, BSSID, ssid, security, wpa, rsn, "wlan0") + "\n";
  }

  private static Security of(String security, String wpa, String rsn) {
    var reading = wifi("wlan0:wifi:connected", row("*", "x", security, wpa, rsn));
    if (reading instanceof Known<Wifi>(Joined joined)) {
      return joined.security();
    }
    throw new AssertionError(reading);
  }

  private static Reading<Wifi> wifi(String devices, String networks) {
    return NmcliWifi.wifi(
        new Told()
            .says(NmcliWifi.DEVICES, devices.stripTrailing() + "\n")
            .says(NmcliWifi.NETWORKS, networks));
  }

  private static Reading<Wifi> answered(Answer answer) {
    return NmcliWifi.wifi(new Told().says(NmcliWifi.DEVICES, answer));
  }

  private static Reading<Boolean> owner(Answer answer) {
    return IwdOwner.isThere(IwdOwner.BUSCTL, answer);
  }

  private static Reason reason(Reading<Wifi> reading) {
    return reading instanceof Unknown<Wifi>(var reason, var detail) ? reason : Reason.TURNED_OFF;
  }
}
