package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Wifi;
import porchlight.gather.Readings;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.network.Interfaces;
import porchlight.gather.windows.network.WinProxy;
import porchlight.gather.windows.wifi.WinWifi;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.Recorded;
import porchlight.machine.Recording;
import porchlight.machine.WindowsNative;

/** What a recording of a Windows still tells. */
class WinRedactionTest {
  private static final String ID = "{31DEAC2D-2194-4511-AA54-787CD1765558}";

  private static Told withoutConsent(String network, String hint) {
    return new Told()
        .says(
            WindowsNative.WLAN,
            "interface="
                + ID
                + "\nstate=1\ncurrent=not-asked\n\nprofile="
                + network
                + "\ninterface="
                + ID
                + "\nflags=0\nssid="
                + network
                + "\nauthentication=WPA2PSK\nencryption=AES\nconnectionMode=auto\n")
        .says(
            WindowsNative.ADAPTERS,
            "adapter="
                + ID
                + "\nindex=12\nname=Wi-Fi\ntype=71\nstatus=1\ndhcpServer=192.168.0.1\n"
                + "addresses=192.168.0.7/24\n")
        .says(
            Interfaces.SETTINGS4,
            Keys.header(Interfaces.SETTINGS4.key().replace("\\*", ""))
                + Keys.header(Interfaces.SETTINGS4.key().replace("*", ID))
                + "\"EnableDHCP\"=dword:00000001\n\"DhcpServer\"=\"192.168.0.1\"\n"
                + "\"DhcpIPAddress\"=\"192.168.0.7\"\n\"DhcpNetworkHint\"=\""
                + hint
                + "\"\n");
  }

  private static List<Recorded.Exchange> recorded(Told machine, Question... questions) {
    var recording = new Recording(machine);
    for (Question question : questions) {
      recording.ask(question);
    }
    return recording.redacted(address -> false, true);
  }

  private static String text(List<Recorded.Exchange> exchanges) {
    return exchanges.stream().map(one -> one.answer().toString()).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Caruso", "Caf\u00e9 Guest 5", "a\"b\"Caruso"})
  void without_consent_a_network_is_judged_and_named_by_its_stand_in_alone(String network) {
    String escaped = network.replace("\"", "\\\"");
    var exchanges =
        recorded(
            withoutConsent(network, "ssid:" + escaped),
            WindowsNative.WLAN,
            WindowsNative.ADAPTERS,
            Interfaces.SETTINGS4);
    assertFalse(text(exchanges).contains(network), text(exchanges));
    assertFalse(text(exchanges).contains("Caruso"), text(exchanges));
    assertTrue(text(exchanges).contains("\"DhcpNetworkHint\"=\"ssid:network-"), text(exchanges));
  }

  @Test
  void what_was_recorded_is_the_same_network_still() {
    var exchanges =
        recorded(
            withoutConsent("Caruso", "ssid:Caruso"),
            WindowsNative.WLAN,
            WindowsNative.ADAPTERS,
            Interfaces.SETTINGS4);
    var replayed =
        WinWifi.read(question ->
            exchanges.stream()
                .filter(one -> one.question().equals(question.text()))
                .map(Recorded.Exchange::answer)
                .findFirst()
                .orElse(new Answer.Missing()));
    assertEquals(
        new Wifi.Joined("Wi-Fi", "network-1", Wifi.Security.WPA2), Readings.known(replayed));
  }

  @Test
  void a_value_may_be_as_long_as_it_likes() {
    var told =
        new Told()
            .says(
                Interfaces.SETTINGS4,
                Keys.header(Interfaces.SETTINGS4.key().replace("*", ID))
                    + "\"DhcpDomain\"=\""
                    + "a\\\\".repeat(100_000)
                    + "\"\n");
    assertFalse(text(recorded(told, Interfaces.SETTINGS4)).contains("a\\\\a"));
  }

  @Test
  void a_hint_that_the_machine_did_not_read_is_gone_altogether() {
    var exchanges = recorded(withoutConsent("Caruso", "34166656"), Interfaces.SETTINGS4);
    assertFalse(text(exchanges).contains("34166656"));
  }

  @Test
  void the_host_of_a_proxy_is_gone_from_beside_the_flags_too() {
    ReadRegistry flags =
        WinProxy.QUESTIONS.stream()
            .filter(ReadRegistry.class::isInstance)
            .map(ReadRegistry.class::cast)
            .filter(one -> one.key().startsWith("HKU\\") && one.key().endsWith("\\Connections"))
            .findFirst()
            .orElseThrow();
    var told =
        new Told()
            .says(
                flags,
                "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"
                    + Keys.header(flags.key().replace("*", "user1"))
                    + "\"connection1\"=hex:46,00,00,00,05,00,00,00,03,00,00,00\n"
                    + "\"connection1.ProxyServer\"=\"http=proxy.carusoworks.example:8080\"\n"
                    + "\"connection1.AutoConfigURL\"=\"https://pac.carusoworks.example/\"\n");
    assertFalse(text(recorded(told, flags)).contains("carusoworks"), text(recorded(told, flags)));
  }
}
