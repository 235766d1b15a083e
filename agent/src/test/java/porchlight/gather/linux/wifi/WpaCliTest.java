package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

class WpaCliTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");

  @Test
  void every_captured_status_tells_the_network_in_use() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/wpa-cli-status.txt")) {
      var reading = wifi(new Answer.Said(file.contains("/off/") ? 255 : 0, Captures.text(file)));
      var expected =
          Networks.of(file)
              .<Reading<Wifi>>map(Reading::known)
              .orElse(Reading.known(new NotInUse("not connected")));
      if (file.contains("/off/")) {
        assertEquals(Reason.TOOL_MISSING, reason(reading), file);
      } else {
        assertEquals(expected, reading, file);
      }
      seen++;
    }
    assertTrue(seen >= 7, "captures: " + seen);
  }

  @Test
  void strangers_machines_are_read() {
    assertEquals(
        Reading.known(new Joined("wlan0", "HomeRouter 7590", Security.WPA_WPA2)),
        wifi(said(Captures.text("wifi/external/wpa-cli-status-mixed.txt"))));
    assertEquals(
        Reading.unknown(Reason.TIMED_OUT, "wlan0 is connecting"),
        wifi(said(Captures.text("wifi/external/wpa-cli-status-associating.txt"))));
  }

  @Test
  void without_root_it_needs_privilege() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/wpa-cli-status-user.txt")) {
      if (Captures.text(file).contains("Permission denied")) {
        assertEquals(
            Reason.NEEDS_PRIVILEGE, reason(wifi(new Answer.Said(255, Captures.text(file)))));
        seen++;
      }
    }
    assertTrue(seen >= 5, "denied: " + seen);
  }

  @Test
  void every_key_management_has_its_place() {
    assertEquals(Security.WPA2, of("FT-PSK", "CCMP", "CCMP"));
    assertEquals(Security.WPA2, of("WPA2-PSK-SHA256", "CCMP", "CCMP"));
    assertEquals(Security.ENTERPRISE, of("WPA2-EAP-SUITE-B-192", "GCMP-256", "GCMP-256"));
    assertEquals(Security.ENTERPRISE, of("FILS-SHA256", "CCMP", "CCMP"));
    assertEquals(Security.ENTERPRISE, of("WPA2-EAP-SHA256", "CCMP", "CCMP"));
    assertEquals(Security.WPA2_WPA3, of("SAE", "CCMP", "CCMP\npmf=1"));
    assertEquals(Security.WPA3, of("SAE-EXT-KEY", "GCMP-256", "GCMP-256\npmf=2"));
    assertEquals(Security.OWE, of("OWE", "CCMP", "CCMP"));
    assertEquals(Security.WPA, of("WPA2-PSK", "TKIP", "TKIP"));
    assertEquals(Security.WPA, of("WPA-PSK", "CCMP", "CCMP"));
    assertEquals(Security.WEP, of("IEEE 802.1X (no WPA)", "WEP-104", "WEP-104"));
    assertEquals(Security.WEP, of("NONE", "WEP-104", "WEP-104"));
    assertEquals(Security.OPEN, of("NONE", "NONE", "NONE"));
  }

  @Test
  void what_is_not_wholly_known_is_not_understood() {
    for (String text :
        List.of(
            "wpa_state=COMPLETED",
            "wpa_state=COMPLETED\nkey_mgmt=NONE",
            "wpa_state=COMPLETED\nkey_mgmt=NONE\npairwise_cipher=NONE",
            "wpa_state=COMPLETED\nkey_mgmt=NEW\npairwise_cipher=CCMP\ngroup_cipher=CCMP",
            "wpa_state=COMPLETED\nkey_mgmt=SAE\npairwise_cipher=FOO\ngroup_cipher=CCMP",
            "wpa_state=COMPLETED\nwpa_state=SCANNING",
            "wpa_state=NEW",
            "wpa_state=COMPLETED\nkey_mgmt=UNKNOWN\npairwise_cipher=CCMP\ngroup_cipher=CCMP",
            "wpa_state=COMPLETED\nkey_mgmt=DPP\npairwise_cipher=CCMP\ngroup_cipher=CCMP",
            "wpa_state=COMPLETED\nmode=mesh\nkey_mgmt=SAE\npairwise_cipher=CCMP\ngroup_cipher=CCMP",
            "key_mgmt=NONE\npairwise_cipher=NONE\ngroup_cipher=NONE",
            "")) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi(said(text))), text);
    }
  }

  @Test
  void while_connecting_it_asks_again_and_never_says_open() {
    for (String state : List.of("ASSOCIATING", "ASSOCIATED", "4WAY_HANDSHAKE", "GROUP_HANDSHAKE")) {
      String text = "key_mgmt=NONE\npairwise_cipher=NONE\ngroup_cipher=NONE\nwpa_state=" + state;
      assertEquals(Reason.TIMED_OUT, reason(wifi(said(text))), state);
    }
    assertEquals(Reading.known(new NotInUse("not connected")), wifi(said("wpa_state=SCANNING\n")));
    var machine =
        new Told()
            .says(
                WpaCli.STATUS.on(WLAN0),
                said("wpa_state=SCANNING\n"),
                said(Captures.text("wifi/wpa3/wpa-cli-status.txt")));
    assertEquals(
        Networks.of("wifi/wpa3/").map(Reading::<Wifi>known),
        Optional.of(WpaCli.wifi(machine, WLAN0)));
  }

  @Test
  void a_prompt_before_the_answer_does_no_harm_and_a_hotspot_of_ones_own_is_no_network() {
    String status = Captures.text("wifi/wpa2/wpa-cli-status.txt");
    assertEquals(wifi(said(status)), wifi(said("Selected interface 'wlan0'\n\n" + status)));
    for (String mode : List.of("AP", "P2P GO", "P2P GO - group formation")) {
      assertEquals(
          Reading.known(new NotInUse("not connected")),
          wifi(said("wpa_state=COMPLETED\nkey_mgmt=WPA2-PSK\nmode=" + mode)));
    }
  }

  @Test
  void missing_and_denied_are_told_apart() {
    assertEquals(Reason.TOOL_MISSING, reason(wifi(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(wifi(new Answer.Denied())));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi(new Answer.Said(1, "what?"))));
  }

  @Test
  void spoilt_answers_never_say_open_unless_it_is() {
    SpoiltWifi.never_says_open("wifi/*/wpa-cli-*.txt", "wifi/open/", WpaCliTest::wifi);
  }

  private static Reading<Wifi> wifi(Answer answer) {
    return WpaCli.wifi(new Told().says(WpaCli.STATUS.on(WLAN0), answer), WLAN0);
  }

  private static Answer said(String text) {
    return new Answer.Said(0, text);
  }

  private static Security of(String akm, String pairwise, String group) {
    var reading =
        wifi(
            said(
                "wpa_state=COMPLETED\nkey_mgmt=%s\npairwise_cipher=%s\ngroup_cipher=%s\n"
                    .formatted(akm, pairwise, group)));
    if (reading instanceof Known<Wifi>(Joined joined)) {
      return joined.security();
    }
    throw new AssertionError(reading);
  }

  private static Reason reason(Reading<Wifi> reading) {
    return reading instanceof Unknown<Wifi>(var reason, var detail) ? reason : Reason.TURNED_OFF;
  }
}
