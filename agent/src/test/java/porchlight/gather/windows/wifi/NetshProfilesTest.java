package porchlight.gather.windows.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Scrambled;
import porchlight.machine.Answer;

/** The networks that are stored, in the words of netsh. */
class NetshProfilesTest extends NetshSays {
  private static Saved saved(String said) {
    return assertInstanceOf(Saved.class, known(NetshProfiles.all(new Answer.Said(0, said))));
  }

  @ParameterizedTest
  @CsvSource({
    "en-win10-open-autoconnect, CE_WLAN",
    "en-win10-starbucks-open-autoconnect, Starbucks WiFi",
    "en-win10-wpa2-autoconnect-fixed-cost, ''",
    "en-win11-wpa2-gcmp-ccmp-pairs, ''",
    "en-win11-wpa3-multiple-auth-cipher-pairs, ''",
    "it-win11-open-manual, ''",
  })
  void a_stored_network_that_anybody_can_be_is_told(String file, String network) {
    String said = text("wifi-profile/" + file + ".txt");
    List<Profile> weak =
        network.isEmpty() ? List.of() : List.of(new Profile(network, Weakness.OPEN, "Windows"));
    assertEquals(new Saved(weak, 1, Optional.empty()), saved(said));
    assertEquals(weak, saved(Scrambled.labels(said)).weak());
  }

  @Test
  void a_network_that_is_stored_for_wpa2_as_well_is_a_mixture() {
    String joined = WPA2.replace("WPA2-Personal", "WPA3-Personal").replace("Nimbus3000", "homenet");
    String pure =
        text("wifi-profile/en-win11-wpa3-multiple-auth-cipher-pairs.txt")
            .replace("Applied:", " SSID name : \"homenet\"\nApplied:");
    String mixed =
        pure.replace(
            "WPA3-Personal\n    Cipher                 : CCMP",
            "WPA2-Personal\n    Cipher                 : CCMP");
    for (String stored : List.of(pure, mixed, mixed.replace("homenet", "other"))) {
      var told = new Told().says(NetshInterfaces.SHOW, joined).says(NetshProfiles.ALL, stored);
      assertEquals(
          new Wifi.Joined(
              "Wi-Fi", "homenet", stored.equals(mixed) ? Security.WPA2_WPA3 : Security.WPA3),
          known(WinWifi.read(told)));
    }
  }

  @Test
  void what_is_not_understood_is_not_told_with_its_names() {
    String untitled = text("wifi-profile/en-win10-open-autoconnect.txt").replace("=", "");
    for (String said : List.of(untitled, "    All User Profile     : CE_WLAN\n", "    CE_WLAN\n")) {
      var answer = new Answer.Said(0, said);
      String told = NetshProfiles.all(answer) + " " + NetshList.read(answer);
      assertFalse(told.contains("CE_WLAN"), told);
    }
  }

  @Test
  void what_a_link_costs_is_not_how_it_is_protected() {
    String said = text("wifi-profile/en-win10-open-autoconnect.txt");
    int security = said.indexOf("Security settings");
    int cost = said.indexOf("Cost settings");
    int connection = said.indexOf("Connectivity settings");
    String cut = said.substring(0, connection) + said.substring(cost);
    assertEquals(List.of(), saved(cut).weak());
    assertEquals(Reason.NOT_UNDERSTOOD, saved(cut).unseen().orElseThrow().reason());
    String open = said.substring(0, connection) + said.substring(security, cost);
    assertEquals(List.of(), saved(open).weak());
    assertEquals(Reason.NOT_UNDERSTOOD, saved(open).unseen().orElseThrow().reason());
  }

  @Test
  void stored_networks_come_one_after_the_other() {
    String all =
        text("wifi-profile/en-win10-open-autoconnect.txt")
            + text("wifi-profile/en-win10-wpa2-autoconnect-fixed-cost.txt")
            + text("wifi-profile/it-win11-open-manual.txt");
    assertEquals(3, saved(all).networks());
    assertEquals(1, saved(all).weak().size());
    assertEquals(
        Weakness.WEP,
        saved(all.replace("Cipher                 : None", "Cipher                 : WEP"))
            .weak()
            .getFirst()
            .weakness());
    var unseen = saved(all.replace("Connect automatically", "Ligue-se")).unseen().orElseThrow();
    assertEquals(Reason.NOT_UNDERSTOOD, unseen.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "de-win11-six-profiles, 6",
    "en-win11-group-policy-none-many-user, 16",
    "en-win11-six-profiles, 6",
    "es-win11-six-profiles, 6",
    "fr-win11-six-profiles, 6",
    "it-win11-six-profiles, 6",
  })
  void the_bare_list_tells_how_many_there_are_and_not_how_they_are_protected(
      String file, int count) {
    String said = text("wifi-profiles/" + file + ".txt");
    for (String one : List.of(said, Scrambled.labels(said))) {
      var told =
          assertInstanceOf(
              Saved.class, known(WinWifiAutoJoin.read(new Told().says(NetshList.LIST, one))));
      assertEquals(count, told.networks());
      assertEquals(Reason.NOT_UNDERSTOOD, told.unseen().orElseThrow().reason());
    }
    String policy = said.replaceFirst("<[^>]+>", "CorpNet");
    assertEquals(
        count + 1,
        assertInstanceOf(Saved.class, known(NetshList.read(new Answer.Said(0, policy))))
            .networks());
  }
}
