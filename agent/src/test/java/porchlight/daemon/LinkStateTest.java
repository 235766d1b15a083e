package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkStateTest {
  private final LinkState state = new LinkState("", "", Set.of("wlan0"));

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

  @Test
  void a_default_route_of_version_6_counts_by_its_gateway_and_not_by_its_age() {
    String zero = "00000000000000000000000000000000";
    var text = new StringBuilder();
    LinkState.routes6(
        List.of(
            zero
                + " 00 "
                + zero
                + " 00 fe800000000000000000000000000001 00000400 00000001 00000000"
                + " 00450003    wlan0",
            zero + " 00 " + zero + " 00 " + zero + " ffffffff 00000001 00000000 00200200       lo",
            "fe80" + zero.substring(4) + " 40 " + zero + " 00 " + zero + " 00000100 1 0 1 wlan0",
            "nonsense"),
        text);
    assertEquals("fe800000000000000000000000000001 wlan0\n", text.toString());
  }

  @Test
  void an_address_of_version_4_counts_where_the_network_stays_the_same() {
    var text = new StringBuilder();
    LinkState.addresses(
        List.of(
            "Main:",
            "  +-- 0.0.0.0/0 3 0 5",
            "     |-- 192.0.2.0",
            "        /24 link UNICAST",
            "     |-- 192.0.2.5",
            "        /32 host LOCAL"),
        text);
    assertEquals("|-- 192.0.2.5\n", text.toString());
  }

  @Test
  void on_macos_a_default_route_that_comes_or_goes_counts_and_one_that_is_asked_for_does_not() {
    for (String kind : List.of("RTM_ADD: Add Route", "RTM_DELETE: Delete Route", "RTM_CHANGE: x")) {
      assertTrue(
          heard(kind + ": len 140, pid: 0", "sockaddrs: <DST,GATEWAY>", " default 192.0.2.1"));
      assertFalse(
          heard(kind + ": len 140, pid: 0", "sockaddrs: <DST,GATEWAY>", " 192.0.2.9 link#4"));
    }
    assertFalse(heard("RTM_GET: Report Metrics: len 140, pid: 812", " default 192.0.2.1"));
    assertFalse(
        heard("RTM_ADD: Add Route", " 192.0.2.9 link#4", "RTM_GET: Report", " default 192.0.2.1"));
  }

  private static boolean heard(String... lines) {
    var around = new Surroundings();
    for (String line : lines) {
      around.heard(line);
    }
    return around.haveChanged();
  }
}
