package porchlight.gather.windows.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin.NoAdapter;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.network.Interfaces;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.WindowsNative;

/**
 * What Windows' own library says of Wi-Fi; no dump of a real one is public, so by its documents.
 */
class WinWifiTest {
  private static final String ID = "{31DEAC2D-2194-4511-AA54-787CD1765558}";
  private static final String KEY =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces";
  private static final String ADAPTERS =
      """
      adapter=%s
      index=12
      name=Wi-Fi
      description=Intel(R) Wi-Fi 6 AX201 160MHz
      type=71
      status=1
      dhcpServer=192.168.0.102
      addresses=192.168.0.254/24,fe80::3a27%%12/64
      gateways=192.168.0.102
      dns=192.168.0.102
      """
          .formatted(ID);

  private static String radio(int state, String current) {
    return "interface=" + ID + "\nstate=" + state + "\n" + current;
  }

  private static String joined(int auth, int cipher) {
    return radio(
        1, "current=ok\nprofile=Home\nssid=Home\nauth=" + auth + "\ncipher=" + cipher + "\n");
  }

  private static String stored(String name, String auth, String cipher, String more) {
    return "\nprofile="
        + name
        + "\ninterface="
        + ID
        + "\nflags=0\nssid="
        + name
        + "\nauthentication="
        + auth
        + "\nencryption="
        + cipher
        + "\nconnectionMode=auto\n"
        + more;
  }

  private static Told machine(String wlan) {
    return new Told().says(Wlan.NATIVE, wlan).says(WindowsNative.ADAPTERS, ADAPTERS);
  }

  private static String said(Question question, Told machine) {
    return ((Answer.Said) machine.ask(question)).text();
  }

  private static Told leased(String wlan, String address, String hint) {
    return machine(wlan)
        .says(
            Interfaces.SETTINGS4,
            KEY
                + "]\n"
                + KEY
                + "\\"
                + ID.toLowerCase(Locale.ROOT)
                + "]\n\"DhcpIPAddress\"=\""
                + address
                + "\"\n\"DhcpNetworkHint\"=\""
                + hint
                + "\"\n\"DhcpServer\"=\"192.168.0.102\"\n\"EnableDHCP\"=dword:00000001\n");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, OPEN",
    "1, 1, WEP",
    "1, 257, WEP",
    "2, 5, WEP",
    "3, 2, WPA",
    "4, 4, WPA",
    "6, 4, ENTERPRISE",
    "6, 2, WPA",
    "7, 4, WPA2",
    "7, 8, WPA2",
    "7, 2, WPA",
    "7, 1, WEP",
    "8, 9, ENTERPRISE",
    "9, 4, WPA3",
    "9, 9, WPA3",
    "10, 4, OWE",
    "11, 4, ENTERPRISE",
  })
  void the_numbers_of_the_driver_say_it(int auth, int cipher, Security security) {
    assertEquals(
        new Wifi.Joined("Wi-Fi", "Home", security),
        known(WinWifi.read(machine(joined(auth, cipher)))));
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 0", "7, 0", "7, 256", "9, 2", "10, 0", "12, 4", "0, 0", "-1, 4", "7, -1"})
  void a_pair_that_nobody_can_have_is_not_guessed(int auth, int cipher) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinWifi.read(machine(joined(auth, cipher)))));
  }

  @Test
  void a_profile_that_would_take_wpa2_makes_wpa3_a_mixture() {
    String mixed = stored("Home", "WPA3SAE", "AES", "transitionMode=true\n");
    String pure = stored("Home", "WPA3SAE", "AES", "transitionMode=false\n");
    assertEquals(
        new Wifi.Joined("Wi-Fi", "Home", Security.WPA2_WPA3),
        known(WinWifi.read(machine(joined(9, 4) + mixed))));
    assertEquals(
        new Wifi.Joined("Wi-Fi", "Home", Security.WPA3),
        known(WinWifi.read(machine(joined(9, 4) + pure))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 6})
  void a_radio_on_no_network_is_told(int state) {
    assertInstanceOf(
        Wifi.NotInUse.class, known(WinWifi.read(machine(radio(state, "current=5023\n")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "5", "7", "8", "-1", "x"})
  void a_state_in_between_or_unheard_of_is_unknown(String state) {
    String said = radio(1, "").replace("state=1", "state=" + state);
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinWifi.read(machine(said))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "not-asked"})
  void without_consent_the_stored_network_tells_the_least_it_allows(String current) {
    String wlan =
        radio(1, "current=" + current + "\n")
            + stored("Home", "WPA2PSK", "AES", "")
            + stored("Cafe", "open", "none", "");
    var home = leased(wlan, "192.168.0.254", "ssid:Home");
    assertEquals(new Wifi.Joined("Wi-Fi", "Home", Security.WPA2), known(WinWifi.read(home)));
    var cafe = leased(wlan, "192.168.0.254", "ssid:Cafe");
    assertEquals(new Wifi.Joined("Wi-Fi", "Cafe", Security.OPEN), known(WinWifi.read(cafe)));
    var twice =
        leased(
            wlan + stored("Home", "open", "none", "").replace("profile=Home", "profile=Home 2"),
            "192.168.0.254",
            "ssid:Home");
    assertEquals(new Wifi.Joined("Wi-Fi", "Home", Security.OPEN), known(WinWifi.read(twice)));
  }

  @Test
  void without_consent_what_is_old_or_unknown_is_not_taken_for_the_network() {
    String wlan = radio(1, "current=5\n") + stored("Home", "WPA2PSK", "AES", "");
    assertEquals(Reason.NEEDS_CONSENT, why(WinWifi.read(machine(wlan))));
    for (var told :
        List.of(
            leased(wlan, "192.168.0.7", "ssid:Home"),
            leased(wlan, "192.168.0.254", "ssid:Cafe"),
            leased(wlan, "192.168.0.254", "Home"),
            leased(wlan, "192.168.0.254", "ssid:"),
            leased(
                wlan + "\nprofile=X\ninterface=" + ID + "\nxml=5\n", "192.168.0.254", "ssid:Home"),
            leased(wlan.replace("WPA2PSK", "WPA9"), "192.168.0.254", "ssid:Home"))) {
      assertEquals(Reason.NEEDS_CONSENT, why(WinWifi.read(told)));
    }
    String usual = said(Interfaces.SETTINGS4, leased(wlan, "192.168.0.254", "ssid:Home"));
    for (String change :
        List.of("dword:00000001 dword:00000000", "192.168.0.102 192.168.0.1", "EnableDHCP X")) {
      String[] parts = change.split(" ", -1);
      var byHand = machine(wlan).says(Interfaces.SETTINGS4, usual.replace(parts[0], parts[1]));
      assertEquals(Reason.NEEDS_CONSENT, why(WinWifi.read(byHand)), change);
    }
    var mixed = stored("Home", "WPA3SAE", "AES", "transitionMode=true\n");
    assertEquals(
        new Wifi.Joined("Wi-Fi", "Home", Security.WPA2),
        known(WinWifi.read(leased(radio(1, "current=5\n") + mixed, "192.168.0.254", "ssid:Home"))));
  }

  @Test
  void without_the_library_there_is_no_wifi_only_where_no_radio_is_up() {
    var server = new Told().says(WindowsNative.ADAPTERS, ADAPTERS.replace("type=71", "type=6"));
    assertInstanceOf(Wifi.NotInUse.class, known(WinWifi.read(server)));
    assertEquals(new NoAdapter(), known(WinWifiAutoJoin.read(server)));
    var stopped =
        new Told()
            .says(WindowsNative.ADAPTERS, ADAPTERS.replace("status=1", "status=2"))
            .says(Wlan.NATIVE, new Answer.Failed("1062"));
    assertInstanceOf(Wifi.NotInUse.class, known(WinWifi.read(stopped)));
    var up = machine("").says(Wlan.NATIVE, new Answer.Failed("1062"));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinWifi.read(up)));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinWifiAutoJoin.read(up)));
    assertInstanceOf(Wifi.NotInUse.class, known(WinWifi.read(machine(""))));
  }

  @Test
  void what_is_missing_or_denied_or_not_understood_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(WinWifi.read(new Told())));
    var denied = new Told().says(Wlan.NATIVE, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinWifi.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinWifiAutoJoin.read(denied)));
    for (String odd : List.of("nonsense", "adapter=1\n", radio(1, "current=50\ncurrent=ok\n"))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(WinWifi.read(machine(odd))), odd);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinWifi.read(machine(radio(1, "")))));
    assertEquals(Reason.NOT_SUPPORTED, why(WinWifi.read(machine(radio(1, "current=87\n")))));
  }

  @Test
  void stored_networks_that_anybody_can_be_are_told() {
    String wlan =
        radio(4, "")
            + stored("Home", "WPA2PSK", "AES", "")
            + stored("Cafe", "open", "none", "")
            + stored("Old", "shared", "WEP", "")
            + stored("Train", "OWE", "AES", "")
            + stored("Asked", "open", "none", "").replace("=auto", "=manual")
            + stored("Corp", "open", "none", "").replace("flags=0", "flags=1");
    assertEquals(
        new Saved(
            List.of(
                new Profile("Cafe", Weakness.OPEN, "Windows"),
                new Profile("Old", Weakness.WEP, "Windows"),
                new Profile("Train", Weakness.OWE, "Windows"),
                new Profile("Corp", Weakness.OPEN, "a policy")),
            6,
            Optional.empty()),
        known(WinWifiAutoJoin.read(machine(wlan))));
    for (String odd :
        List.of(
            wlan + stored("X", "WPA9", "AES", ""),
            wlan + stored("X", "open", "none", "").replace("=auto", "=perhaps"),
            wlan + "\nprofile=X\ninterface=" + ID + "\nxml=1168\n")) {
      var saved = (Saved) known(WinWifiAutoJoin.read(machine(odd)));
      assertEquals(Reason.NOT_UNDERSTOOD, saved.unseen().orElseThrow().reason());
    }
  }
}
