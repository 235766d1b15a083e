package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadSettings;

/** Debian's older way, after interfaces(5) and wpasupplicant's README; written by hand. */
class IfupdownTest {
  private static final String DEBIAN =
      "source /etc/network/interfaces.d/*\nauto lo\niface lo inet loopback\n";
  private static final String WLAN = DEBIAN + "allow-hotplug wlan0\niface wlan0 inet dhcp\n";

  private static SavedNetworks saved(String text) {
    return Ifupdown.read(new Scripted().says(Ifupdown.FILE, text));
  }

  private static List<String> weak(SavedNetworks saved) {
    assertEquals(Optional.empty(), saved.unseen());
    return saved.weak().stream().map(one -> one.network() + " " + one.weakness().word()).toList();
  }

  private static void unseen(Reason reason, SavedNetworks saved) {
    assertEquals(Optional.of(reason), saved.unseen().map(one -> one.reason()));
  }

  @Test
  void networks_without_a_good_password_are_found() {
    assertEquals(List.of("Lounge no-password"), weak(saved(WLAN + "    wireless-essid Lounge\n")));
    assertEquals(
        List.of("The Lounge no-password"),
        weak(saved(WLAN + "    wpa-ssid \"The Lounge\"\n    wpa-key-mgmt NONE\n")));
    assertEquals(List.of("any network no-password"), weak(saved(WLAN + "\twpa-key-mgmt NONE\n")));
    assertEquals(
        List.of("Lounge owe"), weak(saved(WLAN + "\twpa-key-mgmt OWE\n\twpa-ssid Lounge\n")));
  }

  @Test
  void files_of_one_ending_in_the_folder_beside_it_may_be_included() {
    String cloud = WLAN.replace("interfaces.d/*", "interfaces.d/*.cfg");
    assertEquals(List.of("Lounge no-password"), weak(saved(cloud + "  wireless-essid Lounge\n")));
    unseen(Reason.NOT_SUPPORTED, saved(WLAN.replace("interfaces.d/*", "elsewhere/*.cfg")));
  }

  @Test
  void what_is_protected_or_not_joined_by_itself_is_left_out() {
    SavedNetworks attic = saved(WLAN + "    wpa-ssid Attic\n");
    assertEquals(List.of(), weak(attic));
    assertEquals(1, attic.networks());
    assertEquals(List.of(), weak(saved(WLAN + "  wpa-ssid Attic\n  wpa-key-mgmt WPA-PSK SAE\n")));
    String manual = DEBIAN + "iface wlan0 inet dhcp\n  wireless-essid Lounge\n";
    assertEquals(List.of(), weak(saved(manual)));
    assertEquals(List.of("Lounge no-password"), weak(saved("auto /wl*\n" + manual)));
    assertEquals(SavedNetworks.absent(), saved(DEBIAN));
    assertEquals(
        SavedNetworks.absent(),
        saved(WLAN + "  wpa-conf /etc/wpa_supplicant/wpa_supplicant.conf\n"));
  }

  @Test
  void the_folder_beside_it_is_read_as_well() {
    var file = new ReadSettings(Ifupdown.MORE.path(), "wlan0", Ifupdown.KEYS);
    var machine =
        new Scripted()
            .says(Ifupdown.FILE, DEBIAN)
            .says(Ifupdown.MORE, "wlan0\nold~")
            .says(file, "auto wlan0\niface wlan0 inet dhcp\n  wireless-essid Lounge\n");
    assertEquals(List.of("Lounge no-password"), weak(Ifupdown.read(machine)));
    unseen(Reason.NEEDS_PRIVILEGE, Ifupdown.read(machine.answers(file, new Answer.Denied())));
  }

  @Test
  void what_is_elsewhere_or_not_understood_is_said_so() {
    unseen(Reason.NOT_SUPPORTED, saved("source /root/more\n"));
    unseen(Reason.NOT_SUPPORTED, saved(WLAN + "  wpa-conf /root/wpa.conf\n"));
    unseen(Reason.NOT_SUPPORTED, saved(WLAN + "  wpa-ssid A\n  wpa-key-mgmt NEW\n"));
    unseen(Reason.NOT_UNDERSTOOD, saved("  wireless-essid Lounge\n"));
    unseen(Reason.NOT_UNDERSTOOD, saved(WLAN + "  wireless-essid \\\n"));
  }

  @Test
  void missing_and_denied_are_told_apart() {
    assertEquals(SavedNetworks.absent(), Ifupdown.read(new Scripted()));
    unseen(
        Reason.NEEDS_PRIVILEGE,
        Ifupdown.read(new Scripted().answers(Ifupdown.FILE, new Answer.Denied())));
  }

  @Test
  void garbled_files_never_throw() {
    int tried =
        Garbled.eachAnswer(
            WLAN + "  wireless-essid Lounge\n",
            answer -> Ifupdown.read(new Scripted().answers(Ifupdown.FILE, answer)));
    assertTrue(tried > 100, "only " + tried);
  }
}
