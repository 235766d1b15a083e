package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.Told;

/** What carries a network: the kernel's folders, made by hand. */
class KindTest {
  private static final String LINK =
      "{\"ifindex\":%d,\"ifname\":\"%s\",\"flags\":[\"UP\",\"LOWER_UP\"],\"link_type\":\"ether\","
          + "\"address\":\"02:00:00:00:50:10\",\"linkinfo\":{\"info_kind\":\"%s\"},\"addr_info\":[]}";

  /** A default route by a link of that kind; each word is a link and its kind, over the first. */
  private static Told way(String kind, String... below) {
    var links = new StringBuilder("[" + String.format(LINK, 2, "way0", kind));
    int index = 3;
    for (String one : below) {
      String[] words = one.split(" ", -1);
      links.append(',').append(String.format(LINK, index++, words[0], words[1]));
    }
    return new Told()
        .says(
            IpRoute.DEFAULT4, "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"way0\"}]")
        .says(IpRoute.DEFAULT6, "[]")
        .says(IpNeigh.NEIGHBOURS, "[]")
        .says(OwnLinks.ADDRESSES, links + "]");
  }

  private static Told has(Told machine, String link, String entries) {
    return machine.says(Unbroken.LINKS.folder(link), entries.replace(' ', '\n') + "\n");
  }

  private static Kind kind(Told machine) {
    return ((Known<Lan>) LinuxLan.read(machine)).value().attachments().getFirst().kind();
  }

  @Test
  void hardware_is_what_its_folder_says_and_nothing_where_that_is_not_shown() {
    assertEquals(Kind.WIRED, kind(has(way(""), "way0", "address device")));
    assertEquals(Kind.WIFI, kind(has(way(""), "way0", "address phy80211")));
    assertEquals(Kind.OTHER, kind(way("")));
  }

  private static Told bond() {
    return has(way("bond", "eth0 ", "wlan0 "), "way0", "bonding lower_eth0 lower_wlan0");
  }

  @Test
  void what_is_made_of_links_is_by_radio_where_any_of_them_is() {
    assertEquals(Kind.WIFI, kind(has(has(bond(), "eth0", "address"), "wlan0", "wireless")));
    assertEquals(Kind.OTHER, kind(has(bond(), "wlan0", "address")), "one is not shown");
    Told docked = has(way("bond", "eth0 ", "eth1 "), "way0", "bonding lower_eth0 lower_eth1");
    assertEquals(Kind.WIRED, kind(has(has(docked, "eth0", "address"), "eth1", "address")));
    Told deep = has(way("vlan", "br0 bridge", "wlan0 "), "way0", "lower_br0");
    assertEquals(
        Kind.WIFI, kind(has(has(deep, "br0", "lower_wlan0"), "wlan0", "address phy80211")));
    assertEquals(Kind.OTHER, kind(has(way("bridge"), "way0", "bridge")), "of nothing");
    assertEquals(Kind.OTHER, kind(has(way("vlan"), "way0", "lower_way0")), "of itself");
  }

  @Test
  void a_virtual_machine_in_a_bridge_says_nothing_of_it() {
    Told bridge = has(way("bridge", "eth0 ", "vnet0 tun"), "way0", "lower_eth0 lower_vnet0");
    assertEquals(Kind.WIRED, kind(has(bridge, "eth0", "address")));
  }
}
