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
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.people.Console;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/** What is made of all sources together. */
class MacWifiTest {
  private static final Run OURS = Console.OURS;
  private static final Run SUMMARY = Summary.SUMMARY.on(new LinkName("en0"));
  private static final String PORTS = "Hardware Port: Wi-Fi\nDevice: en0\n";
  private static final String MANGLED = "Port matériel : Wi-Fi\nPériphérique : en0\n";
  private static final String OPEN = MacCaptures.text("wifi/SPAirPortDataType_json_open_15.5.json");
  private static final String OFF =
      MacCaptures.text("wifi/SPAirPortDataType_json_wifi-off_15.5.json");

  private static String air(int power, int mode, String channel, long security) {
    return "interface=en0\npower="
        + power
        + "\nmode="
        + mode
        + "\nchannel="
        + channel
        + "\nsecurity="
        + security
        + "\nssid=\n";
  }

  private static String joined(long security) {
    return air(1, 1, "36", security);
  }

  private static String summary(String security) {
    return MacCaptures.text("wifi/ipconfig-getsummary_wpa3-sae_redacted_full_26.6.2.txt")
        .replace(
            "  Security : WPA3_SAE\n", security.isEmpty() ? "" : "  Security : " + security + "\n");
  }

  private static String down() {
    return summary("").replace("LinkStatusActive : TRUE", "LinkStatusActive : FALSE");
  }

  private static Told mac(String air, String summary) {
    return new Told().says(Air.NATIVE, air).says(SUMMARY, summary).says(HardwarePorts.PORTS, PORTS);
  }

  private static Security security(Told mac) {
    return ((Wifi.Joined) known(MacWifi.read(mac))).security();
  }

  @ParameterizedTest
  @CsvSource({
    "0, NONE, OPEN",
    "1, NONE, WEP",
    "6, NONE, WEP",
    "2, WPA_PSK, WPA",
    "3, WPA2_PSK, WPA_WPA2",
    "4, WPA2_PSK, WPA2",
    "9, WPA2, ENTERPRISE",
    "11, WPA3_SAE, WPA3",
    "12, SHA384_8021X, ENTERPRISE",
    "13, WPA2_PSK, WPA2",
    "13, WPA3_SAE, WPA2_WPA3",
    "14, UNRECOGNIZED, OWE",
    "4, '', WPA2",
    "5, WPA2_PSK, WPA2",
    "10, WPA2, ENTERPRISE",
    "9223372036854775807, WPA3_SAE, WPA3"
  })
  void the_two_quick_sources_agree_and_the_weaker_word_counts(
      long offered, String negotiated, Security security) {
    var mac = mac(joined(offered), summary(negotiated));
    assertEquals(security, security(mac));
    assertEquals(List.of("? native wifi", SUMMARY.text()), mac.asked(), "and nothing scans");
  }

  @ParameterizedTest
  @CsvSource({"4, NONE", "11, NONE", "14, NONE", "0, WPA2_PSK", "1, WPA3_SAE", "13, NONE"})
  void where_the_two_disagree_nothing_is_known(long offered, String negotiated) {
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(MacWifi.read(mac(joined(offered), summary(negotiated)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "UNRECOGNIZED", ""})
  void a_network_that_offers_owe_beside_nothing_is_not_called_open(String negotiated) {
    var mac = mac(joined(15), summary(negotiated)).says(AirPort.PROFILE, OPEN);
    assertEquals(Reason.NOT_UNDERSTOOD, why(MacWifi.read(mac)));
  }

  @Test
  void open_by_one_word_alone_is_confirmed_or_not_said() {
    var unconfirmed = mac(joined(0), summary(""));
    assertEquals(Reason.TOOL_MISSING, why(MacWifi.read(unconfirmed)));
    assertEquals(Security.OPEN, security(mac(joined(0), summary("")).says(AirPort.PROFILE, OPEN)));
    var mac = new Told().says(Air.NATIVE, joined(0)).says(AirPort.PROFILE, OFF);
    assertEquals(Reason.NOT_UNDERSTOOD, why(MacWifi.read(mac)));
  }

  @Test
  void none_of_the_summary_is_open_or_wep_until_another_source_says_which() {
    var mac = new Told().says(HardwarePorts.PORTS, PORTS).says(SUMMARY, summary("NONE"));
    assertEquals(Reason.TOOL_MISSING, why(MacWifi.read(mac)));
    assertEquals(Security.OPEN, security(mac("", summary("NONE")).says(AirPort.PROFILE, OPEN)));
    String wep = OPEN.replace("mode_none", "mode_wep");
    assertEquals(Security.WEP, security(mac("", summary("NONE")).says(AirPort.PROFILE, wep)));
    String wpa2 = OPEN.replace("mode_none", "mode_wpa2_personal");
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(MacWifi.read(mac("", summary("NONE")).says(AirPort.PROFILE, wpa2))));
  }

  @Test
  void without_corewlan_the_summary_is_enough_when_it_says_enough() {
    var mac = mac("", summary("WPA3_SAE"));
    assertEquals(Security.WPA3, security(mac));
    assertFalse(mac.asked().contains(AirPort.PROFILE.text()));
    assertEquals(
        new Wifi.NotInUse("no Wi-Fi network is joined"), known(MacWifi.read(mac("", down()))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, '', Wi-Fi is turned off",
    "1, 0, '', no Wi-Fi network is joined",
    "1, 0, 36, no Wi-Fi network is joined",
    "1, 1, '', no Wi-Fi network is joined",
    "1, 3, 36, this Mac is an access point itself",
  })
  void a_radio_that_is_tuned_is_not_joined(int power, int mode, String channel, String because) {
    var mac = mac(air(power, mode, channel, 0), down());
    assertEquals(new Wifi.NotInUse(because), known(MacWifi.read(mac)));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(MacWifi.read(mac(air(power, mode, channel, 0), summary("WPA2_PSK")))),
        "unless the summary says otherwise");
  }

  @Test
  void an_ad_hoc_network_is_not_known() {
    assertEquals(Reason.NOT_SUPPORTED, why(MacWifi.read(mac(air(1, 2, "11", 4), summary("")))));
  }

  @Test
  void the_name_is_told_where_macos_tells_it() {
    var mac =
        mac(joined(4), summary("WPA2_PSK").replace("  SSID : <redacted>", "  SSID : Attic : 5"));
    assertEquals(new Wifi.Joined("en0", "Attic : 5", Security.WPA2), known(MacWifi.read(mac)));
    var hidden = mac(joined(4), summary("WPA2_PSK"));
    assertEquals(new Wifi.Joined("en0", "", Security.WPA2), known(MacWifi.read(hidden)));
  }

  @Test
  void in_another_language_the_adapter_is_found_by_what_it_is() {
    var french =
        new Told()
            .says(HardwarePorts.PORTS, "Hardware Port: Sans fil\nDevice: en0\n")
            .says(SUMMARY, summary("WPA2_PSK"));
    assertEquals(Security.WPA2, security(french));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(MacWifi.read(new Told().says(HardwarePorts.PORTS, MANGLED))));
    var wired =
        new Told()
            .says(HardwarePorts.PORTS, "Hardware Port: Ethernet\nDevice: en0\n")
            .says(SUMMARY, down().replace("WiFi", "Ethernet"));
    assertEquals(new Wifi.NotInUse("no Wi-Fi adapter"), known(MacWifi.read(wired)));
    var unread = new Told().says(HardwarePorts.PORTS, "Hardware Port: Ethernet\nDevice: en0\n");
    assertEquals(Reason.TOOL_MISSING, why(MacWifi.read(unread)));
  }

  @Test
  void tools_that_answer_nothing_or_a_lie_are_never_asked() {
    for (var question : MacWifi.QUESTIONS) {
      assertFalse(
          question.text().matches(".*(airport |getairportnetwork|wdutil|setverbose|ioreg).*"));
    }
    assertEquals(4, MacWifi.QUESTIONS.size());
  }

  @Test
  void saved_networks_that_anybody_can_pretend_to_be_are_told_unless_they_wait_to_be_chosen() {
    String file = "known-networks/com.apple.wifi.known-networks_3-networks_open-wpa2-wpa3.plist";
    var list = new Answer.Said(0, MacCaptures.text(file));
    assertEquals(
        new WifiAutoJoin.Saved(List.of(), 3, Optional.empty()), known(KnownNetworks.read(list)));
    var joins =
        new Answer.Said(
            0, MacCaptures.text(file).replaceAll("<key>AutoJoinDisabled</key>\\s*<true/>", ""));
    assertEquals(
        new WifiAutoJoin.Saved(
            List.of(new Profile("Example Coffee", Weakness.OPEN, "macOS")), 3, Optional.empty()),
        known(KnownNetworks.read(joins)));
    var odd =
        new Answer.Said(0, MacCaptures.text(file).replace("WPA2/WPA3 Personal", "Something New"));
    assertTrue(((WifiAutoJoin.Saved) known(KnownNetworks.read(odd))).unseen().isPresent());
  }

  @Test
  void root_without_full_disk_access_is_told_what_lacks() {
    var refused =
        new Answer.Said(
            1,
            "/Library/Preferences/com.apple.wifi.known-networks.plist: file does not exist or is"
                + " not readable or is not a regular file (Error Domain=NSCocoaErrorDomain Code=257"
                + " \"The file couldn’t be opened because you don’t have permission to view it.\""
                + " UserInfo={NSUnderlyingError={Error Domain=NSPOSIXErrorDomain Code=1"
                + " \"Operation not permitted\"}})");
    assertEquals(Reason.NEEDS_CONSENT, why(KnownNetworks.read(refused)));
    var mac = mac(joined(4), summary("WPA2_PSK")).says(KnownNetworks.KNOWN, refused);
    assertEquals(Reason.NEEDS_CONSENT, why(MacWifiAutoJoin.read(mac)));
    var wired =
        new Told()
            .says(KnownNetworks.KNOWN, refused)
            .says(HardwarePorts.PORTS, "Hardware Port: Ethernet\nDevice: en0\n")
            .says(SUMMARY, down().replace("WiFi", "Ethernet"));
    assertEquals(new WifiAutoJoin.NoAdapter(), known(MacWifiAutoJoin.read(wired)));
  }

  @Test
  void what_even_root_may_not_read_wants_consent_and_of_others_privileges() {
    var refused =
        new Answer.Said(
            1,
            "The file couldn\u2019t be opened because you don\u2019t have permission to view it.");
    var mac = mac(joined(4), summary("WPA2_PSK")).says(KnownNetworks.KNOWN, refused);
    assertEquals(Reason.NEEDS_PRIVILEGE, why(MacWifiAutoJoin.read(mac.says(OURS, "501\n"))));
    assertEquals(Reason.NEEDS_CONSENT, why(MacWifiAutoJoin.read(mac.says(OURS, "0\n"))));
  }

  @Test
  void a_list_without_any_network_is_no_pass() {
    String empty = "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict/></plist>";
    assertEquals(Reason.NOT_UNDERSTOOD, why(KnownNetworks.read(new Answer.Said(0, empty))));
  }
}
