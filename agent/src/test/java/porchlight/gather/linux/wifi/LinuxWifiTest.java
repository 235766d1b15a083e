package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
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

class LinuxWifiTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");
  private static final String NM_ROW =
      "*:02\\:00\\:00\\:00\\:04\\:00:CafeOwe::(none):(none):wlan0\n";

  @Test
  void without_an_adapter_no_tool_is_asked() {
    var machine =
        new Told()
            .says(Adapters.LINKS, "bonding_masters\neth0\nlo\n")
            .says(Adapters.LINKS.folder("eth0"), "address\ndevice\n");
    assertEquals(Reading.known(new NotInUse("no Wi-Fi adapter")), LinuxWifi.read(machine));
    assertTrue(machine.asked().stream().noneMatch(question -> question.startsWith("$")));
  }

  @Test
  void every_captured_radio_is_known_as_one() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/sys-class-net.txt")) {
      var machine =
          new Told()
              .says(Adapters.LINKS, "lo\nwlan0\n")
              .says(Adapters.LINKS.folder("wlan0"), Captures.text(file));
      assertEquals(Reading.known(List.of(WLAN0)), Adapters.links(machine), file);
      seen++;
    }
    assertTrue(seen >= 8, "radios: " + seen);
  }

  @Test
  void the_kernel_is_believed_before_all_others() {
    var machine =
        radio()
            .says(Iw.LINK.on(WLAN0), Captures.text("wifi/owe/iw-link.txt"))
            .says(Iw.SCAN.on(WLAN0), Captures.text("wifi/owe/iw-scan-dump.txt"))
            .says(Iw.STATION.on(WLAN0), Captures.text("wifi/owe/iw-station.txt"));
    assertEquals(
        Reading.known(new Joined("wlan0", "CafeOwe", Security.OWE)), LinuxWifi.read(machine));
    assertTrue(machine.asked().stream().noneMatch(question -> question.contains("nmcli")));
  }

  @Test
  void network_manager_is_not_believed_when_iwd_is_below_it() {
    var machine =
        radio()
            .says(NmcliWifi.DEVICES, "wlan0:wifi:connected\n")
            .says(NmcliWifi.NETWORKS, NM_ROW)
            .says(IwdOwner.BUSCTL, "b true\n")
            .says(Iwctl.STATION.on(WLAN0), Captures.text("wifi/iwd-owe/iwctl-station-show.txt"));
    assertEquals(
        Reading.known(new Joined("wlan0", "CafeOwe", Security.OWE)), LinuxWifi.read(machine));
    machine.says(Iwctl.STATION.on(WLAN0), new Answer.Missing());
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>);
    machine.says(IwdOwner.BUSCTL, new Answer.Missing());
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>, "nobody knows whether iwd runs");
    machine.says(IwdOwner.DBUS_SEND, "   boolean false\n");
    assertEquals(
        Reading.known(new Joined("wlan0", "CafeOwe", Security.OPEN)), LinuxWifi.read(machine));
  }

  @Test
  void the_supplicant_is_asked_last() {
    var machine =
        radio().says(WpaCli.STATUS.on(WLAN0), Captures.text("wifi/wpa2/wpa-cli-status.txt"));
    assertEquals(
        Reading.known(new Joined("wlan0", "Home: net\\5", Security.WPA2)), LinuxWifi.read(machine));
  }

  @Test
  void when_nobody_answers_the_reason_is_one_to_do_something_about() {
    assertTrue(
        LinuxWifi.read(radio()) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.TOOL_MISSING);
    var denied =
        radio()
            .says(
                WpaCli.STATUS.on(WLAN0),
                new Answer.Said(255, Captures.text("wifi/wpa2/wpa-cli-status-user.txt")));
    assertTrue(
        LinuxWifi.read(denied) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.NEEDS_PRIVILEGE);
  }

  @Test
  void of_two_radios_the_weakest_counts() {
    var wlan1 = new LinkName("wlan1");
    var machine =
        new Told()
            .says(Adapters.LINKS, "wlan0\nwlan1\n")
            .says(Adapters.LINKS.folder("wlan0"), "phy80211\nwireless\n")
            .says(Adapters.LINKS.folder("wlan1"), "wireless\n")
            .says(Iw.LINK.on(WLAN0), Captures.text("wifi/wpa3/iw-link.txt"))
            .says(Iw.SCAN.on(WLAN0), Captures.text("wifi/wpa3/iw-scan-dump.txt"))
            .says(Iw.STATION.on(WLAN0), Captures.text("wifi/wpa3/iw-station.txt"))
            .says(Iw.LINK.on(wlan1), Captures.text("wifi/open/iw-link.txt"))
            .says(Iw.SCAN.on(wlan1), Captures.text("wifi/open/iw-scan-dump.txt"))
            .says(Iw.STATION.on(wlan1), Scans.station(Captures.text("wifi/open/iw-link.txt")));
    assertEquals(
        Reading.known(new Joined("wlan1", "Cafe Guest", Security.OPEN)), LinuxWifi.read(machine));
    machine.says(Iw.LINK.on(wlan1), "Not connected.\n");
    assertEquals(
        Reading.known(new Joined("wlan0", "HomeWpa3", Security.WPA3)), LinuxWifi.read(machine));
    machine.says(Iw.LINK.on(wlan1), "what?\n");
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>);
  }

  @Test
  void what_the_kernel_said_and_nobody_understood_is_made_good_by_nobody() {
    String odd =
        Captures.text("wifi/wpa2/iw-scan-dump.txt").replace("suites: PSK", "suites: 00-0f-ac:99");
    var machine =
        radio()
            .says(Iw.LINK.on(WLAN0), Captures.text("wifi/wpa2/iw-link-user.txt"))
            .says(Iw.SCAN.on(WLAN0), odd)
            .says(Iw.STATION.on(WLAN0), Scans.station(Captures.text("wifi/wpa2/iw-link-user.txt")))
            .says(IwdOwner.BUSCTL, "b false\n")
            .says(NmcliWifi.DEVICES, "wlan0:wifi:connected\n")
            .says(
                NmcliWifi.NETWORKS,
                NM_ROW.replace("::(none):(none):", ":WPA2:(none):pair_ccmp group_ccmp psk:"));
    assertTrue(
        LinuxWifi.read(machine) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD);
    machine.says(NmcliWifi.DEVICES, "wlan0:wifi:disconnected\n").says(NmcliWifi.NETWORKS, "");
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>, "not connected is no better");
    machine.says(NmcliWifi.DEVICES, "wlan0:wifi:connected\n").says(NmcliWifi.NETWORKS, NM_ROW);
    assertEquals(
        Reading.known(new Joined("wlan0", "CafeOwe", Security.OPEN)), LinuxWifi.read(machine));
  }

  @Test
  void while_the_kernel_connects_no_other_word_for_it_counts() {
    String link = "Connected to 02:00:00:00:04:00 (on wlan0)\n";
    var machine =
        radio()
            .says(Iw.LINK.on(WLAN0), link)
            .says(Iw.STATION.on(WLAN0), Scans.station(link).replace("\tyes", "\tno"))
            .says(WpaCli.STATUS.on(WLAN0), Captures.text("wifi/wpa2/wpa-cli-status.txt"));
    assertTrue(
        LinuxWifi.read(machine) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.TIMED_OUT);
  }

  @Test
  void a_driver_that_lists_no_stations_leaves_it_to_who_agreed_on_the_keys() {
    var machine =
        radio()
            .says(Iw.LINK.on(WLAN0), Captures.text("wifi/wpa2/iw-link-user.txt"))
            .says(
                Iw.STATION.on(WLAN0),
                new Answer.Said(161, "", "command failed: Operation not supported (-95)"))
            .says(Iw.SCAN.on(WLAN0), Captures.text("wifi/wpa2/iw-scan-dump.txt"));
    assertTrue(
        LinuxWifi.read(machine) instanceof Unknown<Wifi>(var reason, var detail)
            && reason == Reason.TOOL_MISSING);
    machine.says(WpaCli.STATUS.on(WLAN0), Captures.text("wifi/wpa2/wpa-cli-status.txt"));
    assertEquals(
        Reading.known(new Joined("wlan0", "Home: net\\5", Security.WPA2)), LinuxWifi.read(machine));
    machine.says(WpaCli.STATUS.on(WLAN0), "wpa_state=DISCONNECTED\n");
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>, "the kernel says it is joined");
    machine.says(WpaCli.STATUS.on(WLAN0), "wpa_state=4WAY_HANDSHAKE\nkey_mgmt=WPA2-PSK\n");
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>);
  }

  @Test
  void every_question_that_was_asked_is_on_the_list() {
    var machine = radio();
    assertTrue(LinuxWifi.read(machine) instanceof Unknown<Wifi>);
    List<String> known =
        LinuxWifi.QUESTIONS.stream()
            .map(question -> question.text().replace("{link}", "wlan0"))
            .toList();
    for (String asked : machine.asked()) {
      assertTrue(known.contains(asked) || asked.startsWith("? list /sys/class/net/"), asked);
    }
    assertFalse(machine.asked().isEmpty());
  }

  private static Told radio() {
    return new Told()
        .says(Adapters.LINKS, "lo\nwlan0\n")
        .says(Adapters.LINKS.folder("lo"), "address\n")
        .says(Adapters.LINKS.folder("wlan0"), "address\nphy80211\nuevent\nwireless\n");
  }
}
