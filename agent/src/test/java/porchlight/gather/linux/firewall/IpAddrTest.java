package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.machine.Answer;

class IpAddrTest {
  private static final String LO =
      "{\"ifindex\":1,\"ifname\":\"lo\",\"flags\":[\"LOOPBACK\",\"UP\"],\"link_type\":\"loopback\","
          + "\"addr_info\":[]}";
  private static final String WLAN0 =
      "{\"ifindex\":2,\"ifname\":\"wlan0\",\"flags\":[\"BROADCAST\",\"UP\"],\"group\":\"default\","
          + "\"link_type\":\"ether\",\"address\":\"02:00:00:00:00:10\",\"addr_info\":"
          + "[{\"family\":\"inet\",\"local\":\"10.77.0.10\",\"prefixlen\":24}]}";

  @Test
  void missing_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, reason(IpAddr.read(new Answer.Missing())));
    assertInstanceOf(Unknown.class, new Asked().with(IpAddr.LINKS, new Answer.Missing()).reading());
  }

  @Test
  void denied_is_unknown() {
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(IpAddr.read(new Answer.Denied())));
    assertEquals(
        Reason.NEEDS_PRIVILEGE, reason(IpAddr.readRoutes(IpAddr.ROUTES4, new Answer.Denied())));
  }

  @Test
  void not_understood_is_unknown() {
    for (String text :
        new String[] {
          "",
          "{}",
          "[",
          "[{\"ifname\":\"wlan0\"}]",
          "1: lo: <LOOPBACK>",
          "[" + WLAN0.replace("10.77.0.10", "10.77.0.1000") + "]",
          "[" + WLAN0.replace("24", "33") + "]",
          "[" + WLAN0.replace("\"inet\"", "\"inet7\"") + "]",
          "[" + WLAN0.replace("addr_info", "addr") + "]"
        }) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(IpAddr.read(new Answer.Said(0, text))), text);
    }
    assertEquals(
        Reason.NOT_UNDERSTOOD, reason(IpAddr.read(new Answer.Said(255, "", "bad option"))));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(IpAddr.read(new Answer.TooLong(8 << 20))));
  }

  @Test
  void a_listing_has_each_link_with_its_addresses() {
    var links =
        ((Known<List<Link>>)
                IpAddr.read(Captures.said(Captures.FOLDER.resolve("ip-addr-wlan0-vpn0.json"))))
            .value();
    assertEquals(List.of("lo", "wlan0", "vpn0"), links.stream().map(Link::name).toList());
    assertEquals(1, links.get(1).addresses(false).size());
    assertEquals(2, links.get(1).addresses(true).size());
    assertEquals("veth", links.get(1).kind());
  }

  @Test
  void without_an_address_of_a_family_there_is_nothing_to_reach_by_it() {
    var laptop = new Asked().with(IpAddr.LINKS, "[" + LO + "," + WLAN0 + "]");
    assertEquals("open", Asked.word(laptop.ipv4()));
    assertEquals("blocked", Asked.word(laptop.ipv6()));
  }

  @Test
  void a_tunnel_that_leads_out_does_not_take_the_laptop_off_its_network() {
    String tun =
        "{\"ifindex\":3,\"ifname\":\"tun0\",\"flags\":[\"POINTOPOINT\",\"UP\"],\"link_type\":\"none\","
            + "\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.8.0.2\",\"address\":\"10.8.0.1\","
            + "\"prefixlen\":32}]}";
    var laptop =
        new Asked()
            .with(IpAddr.LINKS, "[" + LO + "," + WLAN0 + "," + tun + "]")
            .with(IpAddr.ROUTES4, "[{\"dst\":\"default\",\"dev\":\"tun0\"}]")
            .legacy(":INPUT ACCEPT [0:0]\n-A INPUT -i tun0 -j DROP");
    assertEquals("open", Asked.word(laptop.ipv4()));
    laptop.with(
        IpAddr.ROUTES4,
        "[{\"dst\":\"default\",\"dev\":\"tun0\"},{\"dst\":\"default\",\"dev\":\"wlan0\"}]");
    laptop.legacy(":INPUT ACCEPT [0:0]\n-A INPUT -i wlan0 -j DROP");
    assertEquals("blocked", Asked.word(laptop.ipv4()));
  }

  @Test
  void of_several_links_the_worst_counts() {
    var laptop =
        new Asked()
            .with(IpAddr.ROUTES4, "[]")
            .legacy(
                ":INPUT DROP [0:0]\n-A INPUT -m state --state ESTABLISHED -j ACCEPT\n-A INPUT -i vpn0 -p"
                    + " tcp -m tcp --dport 22 -j ACCEPT");
    assertEquals("ports 22/tcp", Asked.word(laptop.ipv4()));
  }

  @Test
  void a_program_in_the_driver_may_drop_what_rules_let_in_and_cannot_let_in_what_they_drop() {
    String offloaded = WLAN0.replace("\"group\"", "\"xdp\":{\"mode\":1},\"group\"");
    var laptop = new Asked().with(IpAddr.LINKS, "[" + LO + "," + offloaded + "]");
    assertEquals("unknown", Asked.word(laptop.ipv4()));
    assertEquals("blocked", Asked.word(laptop.input("drop").ipv4()));
  }

  private static Reason reason(Reading<?> reading) {
    return assertInstanceOf(Unknown.class, reading).reason();
  }
}
