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
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/** What misleads about Wi-Fi on macOS, one by one. */
class WifiTrapsTest {
  private static final LinkName EN0 = new LinkName("en0");
  private static final Run SUMMARY = Summary.SUMMARY.on(EN0);
  private static final String FULL =
      MacCaptures.text("wifi/ipconfig-getsummary_wpa3-sae_redacted_full_26.6.2.txt");
  private static final String OPEN =
      MacCaptures.text("wifi/ipconfig-getsummary_open-redacted_26_trimmed.txt");
  private static final String PHONE =
      MacCaptures.text("wifi/SPAirPortDataType_json_wpa2-personal_iphone-hotspot_12.7.2.json");

  private static Told mac(String air, String summary) {
    return new Told()
        .says(Air.NATIVE, "interface=en0\n" + air + "\nssid=\n")
        .says(SUMMARY, summary);
  }

  private static Answer said(String text) {
    return new Answer.Said(0, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "power=1\nmode=0\nchannel=36\nsecurity=0",
        "power=1\nmode=1\nchannel=\nsecurity=0",
        "power=0\nmode=0\nchannel=\nsecurity=0",
      })
  void none_of_a_radio_that_is_not_joined_is_not_open(String air) {
    String down =
        FULL.replace("  Security : WPA3_SAE\n", "")
            .replace("LinkStatusActive : TRUE", "LinkStatusActive : FALSE");
    assertTrue(known(MacWifi.read(mac(air, down))) instanceof Wifi.NotInUse, air);
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(MacWifi.read(mac(air, FULL))), "ipconfig is sure that it is");
  }

  @Test
  void only_lines_with_exactly_two_spaces_are_the_interface_s_own() {
    var nested = known(Summary.read(SUMMARY, said(FULL.replace("  Security :", "    Security :"))));
    assertEquals(Optional.empty(), nested.negotiated());
    assertFalse(nested.isOpenOrWep());
    var bare = known(Summary.read(SUMMARY, said(FULL.replace("  Security :", "Security :"))));
    assertEquals(Optional.empty(), bare.negotiated());
    assertEquals("", known(Summary.read(SUMMARY, said(OPEN))).network(), "nor is a server's SSID");
  }

  @Test
  void a_key_that_comes_twice_is_unknown_whichever_came_first() {
    for (String text :
        List.of(
            OPEN.replace("  Security : NONE", "  Security : WPA3_SAE\n  Security : NONE"),
            OPEN.replace("  Security : NONE", "  Security : NONE\n  Security : WPA3_SAE"),
            OPEN.replace("SSID : not-a-real-key", "  Security : WPA3_SAE"),
            OPEN.replace("SSID : not-a-real-key", "  LinkStatusActive : FALSE"),
            OPEN.replace("SSID : not-a-real-key", "  InterfaceType : Ethernet"))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(Summary.read(SUMMARY, said(text))), text);
    }
  }

  @Test
  void a_dhcp_server_s_words_alone_never_make_a_network_good() {
    String faked =
        OPEN.replace("  Security : NONE\n", "")
            .replace("SSID : not-a-real-key", "  Security : WPA3_SAE");
    assertEquals(Optional.empty(), known(Summary.read(SUMMARY, said(faked))).negotiated(), faked);
  }

  @Test
  void a_summary_that_was_cut_off_is_not_believed() {
    for (int end = 0; end < OPEN.length() - 2; end += 7) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(Summary.read(SUMMARY, said(OPEN.substring(0, end)))));
    }
  }

  @Test
  void the_channel_may_be_a_number_or_words_and_six_gigahertz_uses_numbers_again() {
    assertTrue(PHONE.contains("\"spairport_network_channel\" : 149"), "a number up to 12");
    assertEquals(Security.WPA2, ((Wifi.Joined) known(AirPort.read(said(PHONE), EN0))).security());
    for (String channel : List.of("\"37 (6GHz, 160MHz)\"", "\"1,+1\"", "{}", "null")) {
      String other =
          PHONE.replace(
              "\"spairport_network_channel\" : 149", "\"spairport_network_channel\" : " + channel);
      assertEquals(
          Security.WPA2, ((Wifi.Joined) known(AirPort.read(said(other), EN0))).security(), channel);
    }
  }

  @Test
  void neighbours_and_awdl0_are_not_the_network_that_is_joined() {
    String off = MacCaptures.text("wifi/SPAirPortDataType_json_disassociated_15.5.json");
    assertTrue(off.contains("spairport_security_mode"), "neighbours have the same key");
    assertTrue(known(AirPort.read(said(off), EN0)) instanceof Wifi.NotInUse);
    String open = MacCaptures.text("wifi/SPAirPortDataType_json_open_15.5.json");
    assertTrue(open.contains("awdl0"));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(AirPort.read(said(open), new LinkName("awdl0"))),
        "it has a network and no status");
  }

  @Test
  void wi_fi_that_is_off_has_no_channels_and_that_is_no_flaw() {
    String off = MacCaptures.text("wifi/SPAirPortDataType_json_wifi-off_15.5.json");
    assertFalse(off.contains("spairport_supported_channels"));
    assertEquals(new Wifi.NotInUse("Wi-Fi is turned off"), known(AirPort.read(said(off), EN0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wifi/airport-I_deprecated-warning_14.4.txt",
        "wifi/wdutil-info_open_redacted_full_15.txt",
        "wifi/wdutil-info_open-network_12.txt",
        "wifi/wdutil-info_not-root_usage.txt",
        "wifi/wdutil-info_wpa3-personal_redacted_6ghz.txt",
        "wifi/SPAirPortDataType_text_wpa2-enterprise_27-26_excerpt.txt",
        "networksetup/getairportnetwork_not-associated.txt",
        "networksetup/getairportnetwork_connected.txt",
        "wifi/ioreg_AppleBCMWLANSkywalkInterface_14.4_excerpt.txt",
      })
  void words_of_tools_that_mislead_are_neither_open_nor_safe_nor_not_joined(String file) {
    String text = MacCaptures.text(file);
    assertEquals(Reason.NOT_UNDERSTOOD, why(MacWifi.read(question -> said(text))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Summary.read(SUMMARY, said(text))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(AirPort.read(said(text), EN0)));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Air.read(said(text))));
  }

  @Test
  void a_list_of_something_else_is_not_one_without_networks() {
    var alf = said(MacCaptures.text("firewall/com.apple.alf.plist_globalstate0_old.plist"));
    assertEquals(Reason.NOT_UNDERSTOOD, why(KnownNetworks.read(alf)));
    var old =
        said(
            MacCaptures.text(
                "known-networks/com.apple.airport.preferences_KnownNetworks_10.10-10.15.plist"));
    assertEquals(Reason.NOT_UNDERSTOOD, why(KnownNetworks.read(old)));
  }
}
