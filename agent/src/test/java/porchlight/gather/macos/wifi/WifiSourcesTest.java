package porchlight.gather.macos.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.macos.MacCaptures;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.PropertyList;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/** Each of the sources that know of Wi-Fi, by itself. */
class WifiSourcesTest {
  private static final LinkName EN0 = new LinkName("en0");
  private static final Run SUMMARY = Summary.SUMMARY.on(EN0);

  private static Reading<Summary> summary(String text) {
    return Summary.read(SUMMARY, new Answer.Said(0, text));
  }

  private static String full() {
    return MacCaptures.text("wifi/ipconfig-getsummary_wpa3-sae_redacted_full_26.6.2.txt");
  }

  private static Reading<Wifi> profile(String file) {
    return AirPort.read(new Answer.Said(0, MacCaptures.text("wifi/" + file)), EN0);
  }

  @Test
  void the_summary_tells_what_was_negotiated_and_nobody_s_name() {
    var summary = known(summary(full()));
    assertTrue(summary.isWifi());
    assertEquals(Optional.of(true), summary.isActive());
    assertEquals(Optional.of(Security.WPA3), summary.negotiated());
    assertEquals("", summary.network());
    var open =
        known(summary(MacCaptures.text("wifi/ipconfig-getsummary_open-redacted_26_trimmed.txt")));
    assertTrue(open.isOpenOrWep());
    assertEquals(Optional.empty(), open.negotiated());
    assertEquals("", open.network());
    var old = known(summary(MacCaptures.text("wifi/ipconfig-getsummary_tail_redacted_15.6.txt")));
    assertEquals(Optional.of(Security.WPA2), old.negotiated());
  }

  @Test
  void a_dhcp_server_cannot_write_the_summary() {
    String lie = "\n  Security : WPA3_SAE\n  LinkStatusActive : TRUE\n  InterfaceType : WiFi\n";
    String open = full().replace("Security : WPA3_SAE", "Security : NONE");
    var twice =
        summary(open.replace("domain_name (string): localdomain", "domain_name (string): x" + lie));
    assertEquals(Reason.NOT_UNDERSTOOD, why(twice));
    String down =
        full().replace("  Security : WPA3_SAE\n", "").replace("Active : TRUE", "Active : FALSE");
    var alone = known(summary(down.replace("sname =", "sname =\n  Security : WPA3_SAE")));
    assertEquals(Optional.empty(), alone.negotiated(), "only the end of it is believed");
    var unindented = known(summary(open.replace("file =", "file =\nSecurity : WPA3_SAE")));
    assertTrue(unindented.isOpenOrWep());
  }

  @ParameterizedTest
  @CsvSource({
    "WPA, WPA",
    "WPA_PSK, WPA",
    "WPA2_PSK, WPA2",
    "SHA256_PSK, WPA2",
    "FT_PSK, WPA2",
    "WPA3_SAE, WPA3",
    "FT_SAE, WPA3",
    "WPA2, ENTERPRISE",
    "8021X, ENTERPRISE",
    "FT_8021X, ENTERPRISE",
    "SHA256_8021X, ENTERPRISE",
    "SHA384_8021X, ENTERPRISE",
    "SHA384_FT_8021X, ENTERPRISE"
  })
  void every_key_management_has_its_place(String word, Security security) {
    var summary = known(summary(full().replace("WPA3_SAE", word)));
    assertEquals(Optional.of(security), summary.negotiated());
    assertFalse(summary.isOpenOrWep());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UNKNOWN", "UNRECOGNIZED", "WPS", "WAPI", "LEAP", "<redacted>", "OWE", ""})
  void a_key_management_that_says_nothing_is_nothing(String word) {
    var summary = known(summary(full().replace("Security : WPA3_SAE", "Security : " + word)));
    assertEquals(Optional.empty(), summary.negotiated());
    assertFalse(summary.isOpenOrWep());
  }

  @ParameterizedTest
  @CsvSource({
    "SPAirPortDataType_json_open_15.5.json, OPEN",
    "SPAirPortDataType_json_wpa2-personal_15.5.json, WPA2",
    "SPAirPortDataType_json_wpa2-personal_iphone-hotspot_12.7.2.json, WPA2",
  })
  void the_profile_tells_the_joined_network_among_its_neighbours(String file, Security security) {
    var joined = (Wifi.Joined) known(profile(file));
    assertEquals(security, joined.security());
    assertTrue(joined.network().startsWith("SSID-"), joined.network());
  }

  @ParameterizedTest
  @CsvSource({
    "SPAirPortDataType_json_disassociated_12.7.2.json, no Wi-Fi network is joined",
    "SPAirPortDataType_json_disassociated_15.5.json, no Wi-Fi network is joined",
    "SPAirPortDataType_json_wifi-off_15.5.json, Wi-Fi is turned off",
  })
  void the_profile_tells_that_none_is_joined(String file, String because) {
    assertEquals(new Wifi.NotInUse(because), known(profile(file)));
  }

  @Test
  void apple_s_misspelt_word_is_read_and_a_redacted_name_is_none() {
    Json root =
        PropertyList.of(
                MacCaptures.text(
                    "wifi/SPAirPortDataType_xml_wpa3-transition_redacted_macOS26.plist"))
            .orElseThrow();
    Json items =
        root.asItems()
            .orElseThrow()
            .getFirst()
            .asObject()
            .orElseThrow()
            .get("_items")
            .orElseThrow();
    var wifi = AirPort.read(new JsonObject().put("SPAirPortDataType", items).build(), EN0);
    assertEquals(new Wifi.Joined("en0", "", Security.WPA2_WPA3), known(wifi));
  }

  @ParameterizedTest
  @CsvSource({
    "spairport_security_mode_none, OPEN",
    "spairport_security_mode_wep, WEP",
    "spairport_security_mode_wep40, WEP",
    "spairport_security_mode_wep128, WEP",
    "spairport_security_mode_8021x, WEP",
    "spairport_security_mode_wpa_personal, WPA",
    "spairport_security_mode_wpa2_personal_mixed, WPA_WPA2",
    "spairport_security_mode_wpa_enterprise, WPA",
    "spairport_security_mode_wpa2_enterprise_mixed, WPA_WPA2",
    "spairport_security_mode_wpa3_transition, WPA2_WPA3",
    "pairport_security_mode_wpa3_transition, WPA2_WPA3",
    "spairport_security_mode_wpa3_personal, WPA3",
    "spairport_security_mode_wpa2_enterprise, ENTERPRISE",
    "spairport_security_mode_wpa3_enterprise, ENTERPRISE",
  })
  void every_mode_of_the_profile_has_its_place(String word, Security security) {
    assertEquals(security, ((Wifi.Joined) known(withMode(word))).security());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spairport_security_mode_unknown",
        "spairport_security_mode_owe",
        "",
        "none",
        "<redacted>"
      })
  void a_mode_that_nobody_has_seen_is_not_known(String word) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(withMode(word)));
  }

  private static Reading<Wifi> withMode(String word) {
    String text = MacCaptures.text("wifi/SPAirPortDataType_json_open_15.5.json");
    int at = text.indexOf("spairport_current_network_information");
    return AirPort.read(
        new Answer.Said(
            0,
            text.substring(0, at)
                + text.substring(at).replaceFirst("spairport_security_mode_none", word)),
        EN0);
  }

  @Test
  void every_number_of_corewlan_has_its_place() {
    List<Optional<Security>> all =
        List.of(
            Optional.of(Security.OPEN),
            Optional.of(Security.WEP),
            Optional.of(Security.WPA),
            Optional.of(Security.WPA_WPA2),
            Optional.of(Security.WPA2),
            Optional.empty(),
            Optional.of(Security.WEP),
            Optional.of(Security.WPA),
            Optional.of(Security.WPA_WPA2),
            Optional.of(Security.ENTERPRISE),
            Optional.empty(),
            Optional.of(Security.WPA3),
            Optional.of(Security.ENTERPRISE),
            Optional.of(Security.WPA2_WPA3),
            Optional.of(Security.OWE),
            Optional.empty(),
            Optional.empty());
    for (int number = 0; number < all.size(); number++) {
      assertEquals(
          all.get(number), air("power=1\nmode=1\nchannel=36\nsecurity=" + number).offered());
    }
    assertEquals(
        Optional.empty(),
        air("power=1\nmode=1\nchannel=36\nsecurity=9223372036854775807").offered());
    assertEquals(
        Optional.empty(), air("power=1\nmode=1\nchannel=1\nsecurity=4294967296").offered());
  }

  private static Air air(String rest) {
    return known(Air.read(new Answer.Said(0, "interface=en0\n" + rest + "\nssid=\n")));
  }

  @Test
  void the_adapter_is_en1_on_a_desktop() {
    for (String file : MacCaptures.all()) {
      if (file.startsWith("networksetup/listallhardwareports_")) {
        var ports = known(HardwarePorts.read(new Answer.Said(0, MacCaptures.text(file))));
        boolean desktop =
            file.contains("mac-mini") || file.contains("imac") || file.contains("macosx-01");
        assertEquals(List.of(new LinkName(desktop ? "en1" : "en0")), ports.wifi(), file);
      }
    }
  }

  @Test
  void a_source_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(Air.read(new Answer.Missing())));
    assertEquals(Reason.TOOL_MISSING, why(Summary.read(SUMMARY, new Answer.Missing())));
    assertEquals(Reason.TOOL_MISSING, why(AirPort.read(new Answer.Missing(), EN0)));
    assertEquals(Reason.TOOL_MISSING, why(HardwarePorts.read(new Answer.Missing())));
    assertEquals(Reason.TOOL_MISSING, why(KnownNetworks.read(new Answer.Missing())));
  }

  @Test
  void a_source_that_is_denied_says_so() {
    var denied = new Answer.Said(1, "", "Permission denied");
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Air.read(new Answer.Denied())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Summary.read(SUMMARY, denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(AirPort.read(denied, EN0)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(HardwarePorts.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(KnownNetworks.read(denied)));
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    for (String odd : List.of("", "}", "<dictionary> {", "usage: ipconfig", "x".repeat(99))) {
      assertTrue(!(summary(odd) instanceof Reading.Known<Summary>(var one)) || !one.isWifi(), odd);
      assertEquals(Reason.NOT_UNDERSTOOD, why(AirPort.read(new Answer.Said(0, odd), EN0)));
      assertEquals(Reason.NOT_UNDERSTOOD, why(HardwarePorts.read(new Answer.Said(0, odd))));
      assertEquals(Reason.NOT_UNDERSTOOD, why(KnownNetworks.read(new Answer.Said(0, odd))));
      assertEquals(Reason.NOT_UNDERSTOOD, why(Air.read(new Answer.Said(0, odd))));
    }
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(
            Air.read(
                new Answer.Said(0, "interface=en0\npower=1\nmode=1\nchannel=1\nsecurity=-1\n"))));
  }
}
