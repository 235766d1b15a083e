package porchlight.gather.windows.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;

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
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Scrambled;
import porchlight.machine.Answer;

/** The network that a radio is on, in the words of netsh. */
class NetshWifiTest extends NetshSays {
  @ParameterizedTest
  @CsvSource({
    "de-win11-wpa2-enterprise-ccmp-5ghz, WLAN, SSID-1, ENTERPRISE",
    "en-win10-open-none, Wi-Fi, CE_WLAN, OPEN",
    "en-win10-wpa2-personal-not-admin, Wireless Network Connection 6, VM0000001, WPA2",
    "en-win11-wpa2-akm-line, Wi-Fi, CORP-WIFI, WPA2",
    "en-win11-wpa2-personal-ccmp-5ghz, Wi-Fi, SomeSSID, WPA2",
    "en-win11-wpa2-personal-older-labels, Wi-Fi, Nimbus3000, WPA2",
    "es-win11-open-none-2.4ghz, Wi-Fi, SSID-1, OPEN",
    "es-win11-wpa2-personal-ccmp-5ghz, Wi-Fi, SomeSSID, WPA2",
    "es-win11-wpa2-personal-rssi, Wi-Fi, RED-DE-PRUEBA, WPA2",
    "fr-win11-open-none-2.4ghz, Wi-Fi, SSID-1, OPEN",
    "fr-win11-wpa2-personal-ccmp-5ghz, Wi-Fi, SomeSSUD, WPA2",
    "it-win10-wpa2-personal-ccmp, Wi-Fi, SSID-1, WPA2",
    "ja-win10-wpa2-personal-ccmp, Wi-Fi, TEST_SSID, WPA2",
    "zh-cn-win10-wpa2-enterprise-ccmp, WLAN, DC_WLAN(5GHz), ENTERPRISE",
    "zh-cn-win10-wpa2-personal-ccmp, WLAN 2, ChangyanSTU218, WPA2",
  })
  void a_joined_network_is_read_in_every_language_and_in_none(
      String file, String link, String network, Security security) {
    String said = text("wifi-interfaces/" + file + ".txt");
    var joined = new Wifi.Joined(link, network, security);
    assertEquals(joined, known(wifi(said)));
    assertEquals(joined, known(wifi(Scrambled.labels(said))));
    assertEquals(joined, known(wifi(said.replace("\n", "\r\r\n").replace(" :", "\u00A0:"))));
    assertEquals(security, security(Scrambled.words(said)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-win10-disconnected-radio-on", "zh-cn-win10-disconnected-radio-on"})
  void a_radio_that_is_on_no_network_is_told(String file) {
    String said = text("wifi-interfaces/" + file + ".txt");
    var none = new Wifi.NotInUse("no Wi-Fi network is joined");
    assertEquals(none, known(wifi(said)));
    assertEquals(none, known(wifi(Scrambled.words(said))));
  }

  @Test
  void the_refusal_of_24h2_is_neither_apart_nor_without_wifi() {
    String refused = text("wifi-interfaces/en-win11-24h2-location-denied.txt");
    assertEquals(Reason.NEEDS_CONSENT, why(wifi(refused)));
    assertEquals(Reason.NEEDS_CONSENT, why(wifi(Scrambled.words(refused))));
    var failed = new Told().says(NetshInterfaces.SHOW, new Answer.Said(1, refused));
    assertEquals(Reason.NEEDS_CONSENT, why(WinWifi.read(failed)));
  }

  @ParameterizedTest
  @CsvSource({
    "Open, WEP, WEP",
    "Offen, WEP-104, WEP",
    "Shared, WEP, WEP",
    "WPA2-Personal, TKIP, WPA",
    "WPA2-Entreprise, TKIP, WPA",
    "WPA-Personal, CCMP, WPA",
    "OWE, CCMP, OWE",
    "WPA3-Personal  (H2E), GCMP-256, WPA3",
    "WPA3-Personal, CCMP, WPA3",
    "WPA3-Enterprise 192 Bits, GCMP-256, ENTERPRISE",
    "WPA2 - Entreprise, CCMP, ENTERPRISE",
    "WPA2-Предприятие, CCMP, ENTERPRISE",
    "WPA2-Irgendwas, CCMP, WPA2",
  })
  void names_of_standards_and_ciphers_say_it(String auth, String cipher, Security security) {
    assertEquals(security, security(WPA2.replace("WPA2-Personal", auth).replace("CCMP", cipher)));
  }

  @ParameterizedTest
  @CsvSource({
    "WPA2-Personal, None",
    "WPA2-Personal, 585",
    "WPA4-Personal, CCMP",
    "Open, CCMP",
    "Open, ''",
    "'', None",
    "Vendor 7, None",
    "RSNA, None",
    "Unknown, Unknown",
    "Inconnu, Inconnu",
    "Vendor-specific, Other",
    "Open, Unknown",
    "Ouvrir, Inconnu",
    "Qwertz, Qwertz",
  })
  void what_does_not_fit_together_is_not_guessed(String auth, String cipher) {
    String said =
        WPA2.replace("WPA2-Personal", auth).replace("CCMP", cipher).replace("802.11ac", "802.11n");
    assertEquals(Reason.NOT_UNDERSTOOD, why(wifi(said)));
  }

  @Test
  void a_network_s_name_cannot_pretend() {
    assertEquals(Security.OPEN, security(OPEN.replace("CE_WLAN", "802.11ac")));
    assertEquals(Security.OPEN, security(OPEN.replace("CE_WLAN", "aa:bb:cc:dd:ee:ff")));
    assertEquals(Security.OPEN, security(OPEN.replace("CE_WLAN", "WPA2-Personal : CCMP")));
    String forged = "x\n k : 802.11ac\n a : WPA2\n c : CCMP\n";
    assertEquals(
        Security.OPEN, security(OPEN.replace(": CE_WLAN\n    BSSID", ": " + forged + "    BSSID")));
    assertEquals(
        Security.OPEN, security(OPEN.replace("CE_WLAN", "start ms-settings:privacy-location")));
    var hidden = known(wifi(WPA2.replace("Nimbus3000", "")));
    assertEquals(new Wifi.Joined("Wi-Fi", "", Security.WPA2), hidden);
  }

  @Test
  void of_two_radios_the_weaker_counts() {
    String other = WPA2.replace("605a0ad1", "705a0ad1");
    assertEquals(Security.OPEN, security(WPA2 + OPEN));
    assertEquals(Security.WPA2, security(WPA2 + other));
    String apart = text("wifi-interfaces/en-win10-disconnected-radio-on.txt");
    assertEquals(Security.WPA2, security(apart + WPA2));
    String odd = other.replace("CCMP", "?").replace("802.11ac", "802.11n");
    assertEquals(Reason.NOT_UNDERSTOOD, why(wifi(WPA2 + odd)));
    assertEquals(Security.OPEN, security(odd + OPEN));
  }

  @Test
  void the_networks_around_help_where_the_radio_says_too_little() {
    String said =
        WPA2.replace("CCMP", "?")
            .replace("802.11ac", "802.11n")
            .replace("84:bb:69:00:00:10", "fe:dc:ba:09:87:02");
    assertEquals(Security.OPEN, security(said));
  }

  @ParameterizedTest
  @CsvSource({
    "de-win11-5-networks, fe:dc:ba:09:87:01, WPA2",
    "de-win11-5-networks, fe:dc:ba:09:87:02, OPEN",
    "en-win11-3-networks-open, fe:dc:ba:09:87:02, OPEN",
    "en-win11-9-networks-hidden-ssid, fe:dc:ba:09:87:01, WPA2",
    "en-win11-9-networks-hidden-ssid, fe:dc:ba:09:87:04, OPEN",
    "es-win11-3-networks-open, fe:dc:ba:09:87:01, OPEN",
    "es-win11-3-networks-open, fe:dc:ba:09:87:04, WPA2",
    "ja-win10-one-network-wpa2, c0:25:a2:00:00:55, WPA2",
  })
  void an_access_point_is_found_among_the_networks(String file, String bssid, Security security) {
    String said = text("wifi-networks/" + file + ".txt");
    assertEquals(Optional.of(security), NetshNetworks.of(new Answer.Said(0, said), bssid));
    assertEquals(
        Optional.of(security), NetshNetworks.of(new Answer.Said(0, Scrambled.words(said)), bssid));
    assertEquals(Optional.empty(), NetshNetworks.of(new Answer.Said(0, said), "00:00:00:00:00:01"));
  }

  @Test
  void what_is_missing_or_denied_or_not_understood_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(WinWifi.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(WinWifiAutoJoin.read(new Told())));
    var denied =
        new Told()
            .says(NetshInterfaces.SHOW, new Answer.Denied())
            .says(NetshProfiles.ALL, new Answer.Denied())
            .says(NetshList.LIST, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinWifi.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinWifiAutoJoin.read(denied)));
    String stopped = "\nThe Wireless AutoConfig Service (wlansvc) is not running.\n";
    for (String odd :
        List.of("", stopped, "\uFFFD\u0000:\uFFFD", ":::\n:\n", "x".repeat(100_000))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(wifi(odd)), odd);
      assertEquals(Reason.NOT_UNDERSTOOD, why(NetshProfiles.all(new Answer.Said(0, odd))));
      assertEquals(Reason.NOT_UNDERSTOOD, why(NetshList.read(new Answer.Said(0, odd))));
    }
    for (int end = 0; end < WPA2.length(); end++) {
      var cut = wifi(WPA2.substring(0, end));
      if (cut instanceof Reading.Known<Wifi>(var value)) {
        assertEquals(Security.WPA2, assertInstanceOf(Wifi.Joined.class, value).security());
      }
    }
  }
}
