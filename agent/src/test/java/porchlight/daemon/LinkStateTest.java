package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkStateTest {
  private final LinkState state = new LinkState("", Set.of("wlan0"));

  @Test
  void a_loss_on_the_link_that_leads_outside_counts() {
    for (String line :
        List.of(
            "Deleted default via 192.168.1.1 dev wlan0 proto dhcp metric 600 ",
            "Deleted 3: wlan0    inet 192.168.1.5/24 brd 192.168.1.255 scope global wlan0",
            "3: wlan0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group"
                + " default ",
            "Deleted 192.168.1.0/24 dev wlan0")) {
      assertTrue(state.isLoss(line), line);
    }
  }

  @Test
  void what_comes_and_what_happens_elsewhere_does_not() {
    for (String line :
        List.of(
            "",
            "default via 192.168.1.1 dev wlan0 proto dhcp metric 600",
            "3: wlan0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP",
            "Deleted 9: veth12@if8: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
            "Deleted 4: wlan00    inet 10.0.0.1/24",
            "9: docker0: <NO-CARRIER,BROADCAST> mtu 1500 state DOWN")) {
      assertFalse(state.isLoss(line), line);
    }
  }

  @Test
  void reading_it_twice_gives_the_same() {
    assertEquals(LinkState.read(), LinkState.read());
  }
}
