package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

class NoWirelessTest {
  @Test
  void a_cable_with_the_name_of_a_radio_is_no_wifi() {
    String devices =
        Captures.text("settings/nm-wired-nmcli-dev.txt")
            .lines()
            .limit(2)
            .map(line -> line.substring(0, line.lastIndexOf(':')))
            .collect(Collectors.joining("\n", "", "\n"));
    var machine = new Scripted().says(NmcliWifi.DEVICES, devices).says(NmcliWifi.NETWORKS, "");
    var read = NmcliWifi.wifi(machine);
    assertFalse(read.toString().contains("Joined"), read.toString());
  }

  @Test
  void a_kernel_without_wireless_says_nothing_of_a_link() {
    String text = Captures.text("wifi/no-nl80211-iw-link.txt");
    for (String error : List.of("", "nl80211 not found.\n")) {
      var answer = new Answer.Said(error.isEmpty() ? 0 : 237, text, error);
      assertInstanceOf(
          Reading.Unknown.class, Iw.wifi(question -> answer, new LinkName("wlan0")), error);
    }
  }
}
