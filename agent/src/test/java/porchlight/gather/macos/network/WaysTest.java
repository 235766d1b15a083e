package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Gateway;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

/** Gateways and tunnels. */
class WaysTest {
  private static final Answer NO_ROUTE =
      new Answer.Said(1, "", "route: writing to routing socket: not in table\n");
  private static final String MANY =
      MacCaptures.text("ifconfig/ifconfig_apple-silicon_many-utun_vpn-utun8_14.6.txt");

  private static Reading<Gateway> gateway(String file, String arp) {
    return MacGateway.read(
        new Told().says(Routes.TABLE, MacCaptures.text("route/" + file)).says(Arp.TABLE, arp));
  }

  private static String route(String link) {
    return MacCaptures.text("route/route-get-1_vpn-half-default_13.txt").replace("utun3", link);
  }

  /** What ifconfig says of one interface, out of a real answer for all. */
  private static String config(String link) {
    int start = ("\n" + MANY).indexOf("\n" + link + ": flags");
    var out = new StringBuilder();
    for (String line : MANY.substring(start).lines().toList()) {
      if (!out.isEmpty() && !line.startsWith("\t")) {
        break;
      }
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private static Told ways(String low, String high) {
    return new Told()
        .says(RouteGet.IPV4_LOW, route(low))
        .says(RouteGet.IPV4_HIGH, route(high))
        .says(RouteGet.IPV6, NO_ROUTE)
        .says(Ifconfig.LINK.on(new LinkName("utun8")), config("utun8"))
        .says(Ifconfig.LINK.on(new LinkName("utun3")), config("utun3"))
        .says(Ifconfig.LINK.on(new LinkName("ipsec0")), config("ipsec0"));
  }

  @ParameterizedTest
  @CsvSource({
    "netstat-nr_plain-lan_13-14_excerpt.txt, 192.168.1.1 en0 7c:10:c9:04:0a:d9",
    "netstat-rn_openvpn-split-tunnel_14.txt, 192.168.68.1 en0 a4:2b:b0:38:ea:5c",
    "netstat-rn_short_old.txt, 192.168.0.254 en0 f4:ca:e5:cc:6f:57",
    "netstat-rn_split-vpn-scoped-utun8_14.6.txt, 192.168.86.1 en0 -",
    "netstat-rnl_wireguard-before-after_defaults_15.txt, - utun6 -",
    "netstat-nr_wireguard-full-tunnel_13.4.1_excerpt.txt, - utun3 -",
  })
  void the_gateway_is_the_route_for_all_that_is_not_scoped(String file, String expected) {
    String[] words = expected.replace("-", "").split(" ", -1);
    assertEquals(List.of(new Hop(words[0], words[1], words[2])), known(gateway(file, "")).hops());
  }

  @ParameterizedTest
  @CsvSource({
    "netstat-nr_wg-quick_0-1-route_11.txt",
    "netstat-rn-inet6_utun-idle-defaults_15_excerpt.txt",
  })
  void scoped_and_idle_defaults_are_no_gateways(String file) {
    assertEquals(List.of(), known(gateway(file, "")).hops());
  }

  /** As a DHCP server may give them (RFC 3442); made by hand from a real table. */
  @Test
  void two_halves_of_the_internet_are_a_way_out() {
    String table =
        MacCaptures.text("route/netstat-nr_plain-lan_13-14_excerpt.txt")
            .replaceFirst("default( +192)", "0/1    $1");
    assertEquals(
        List.of(new Hop("192.168.1.1", "en0", "7c:10:c9:04:0a:d9")),
        known(MacGateway.read(new Told().says(Routes.TABLE, table).says(Arp.TABLE, ""))).hops());
  }

  @Test
  void the_old_wide_table_is_read_too() {
    var hops = known(gateway("netstat-rnl_10.14.6.txt", "")).hops();
    assertTrue(
        hops.stream().anyMatch(hop -> hop.address().equals("192.168.1.254")), hops.toString());
    assertTrue(hops.stream().noneMatch(hop -> hop.link().startsWith("utun")), hops.toString());
  }

  @Test
  void arp_fills_in_what_the_table_lacks_with_all_its_zeros() {
    String arp =
        MacCaptures.text("arp/arp-an_16-entries_10.7.txt")
            + """
            ? (192.168.86.1) at 0:4:ed:f2:96:dc on en0 ifscope [ethernet]
            ? (192.168.86.9) at (incomplete) on en0 ifscope [ethernet]
            """;
    assertEquals(
        List.of(new Hop("192.168.86.1", "en0", "00:04:ed:f2:96:dc")),
        known(gateway("netstat-rn_split-vpn-scoped-utun8_14.6.txt", arp)).hops());
    assertEquals(
        15,
        known(Arp.read(new Answer.Said(0, MacCaptures.text("arp/arp-an_16-entries_10.7.txt"))))
            .size());
    assertEquals(
        12, known(Arp.read(new Answer.Said(0, MacCaptures.text("arp/arp-a_10.14.6.txt")))).size());
    assertEquals(Optional.empty(), Mac.of("0:0:0:0:0:0"));
    assertEquals(Optional.empty(), Mac.of("link#4"));
  }

  @Test
  void the_local_network_has_its_routers_and_who_answers_like_them() {
    String routes =
        MacCaptures.text("route/netstat-nr_wireguard-full-tunnel_13.4.1_excerpt.txt")
            + "172.20.10.1 7c:10:c9:4:a:d9 UHLWIir en0 1196\n"
            + "172.20.10.7 7c:10:c9:4:a:d9 UHLWI en0 1196\n"
            + "172.20.10.8 7c:10:c9:4:a:da UHLWI en0 1196\n";
    var mac =
        new Told()
            .says(Routes.TABLE, routes)
            .says(Ifconfig.LINK.on(new LinkName("en0")), config("en0"));
    var attachment = known(MacLan.read(mac)).attachments().getFirst();
    assertEquals("en0", attachment.link());
    assertEquals(
        List.of("192.168.86.36/24", "fd19:f27d:7e31:1af4:1cd0:9dc4:e6b0:ab13/64"),
        attachment.addresses().stream()
            .map(one -> one.first().text() + "/" + one.prefix())
            .toList());
    var router = attachment.routers().getFirst();
    assertEquals(new Hop("172.20.10.1", "en0", "7c:10:c9:04:0a:d9"), router.hop());
    assertEquals(List.of("172.20.10.7"), router.alike());
    assertEquals(1, attachment.routers().size(), "a tunnel's end is no router");
    assertEquals(Reason.TOOL_MISSING, why(MacLan.read(new Told().says(Routes.TABLE, routes))));
    assertEquals(Reason.TOOL_MISSING, why(MacLan.read(new Told())));
  }

  @Test
  void a_half_route_through_a_tunnel_counts_for_its_half_only() {
    assertEquals(
        new Vpn(new Path.Tunnel("utun8", "utun"), new Path.NoRoute()),
        known(MacVpn.read(ways("utun8", "utun8"))));
    assertEquals(new Path.Direct("en0"), known(MacVpn.read(ways("utun8", "en0"))).ipv4());
    assertEquals(new Path.Direct("en0"), known(MacVpn.read(ways("en0", "utun8"))).ipv4());
    assertEquals(new Path.Direct("en0"), known(MacVpn.read(ways("en0", "en0"))).ipv4());
  }

  @Test
  void a_tunnel_of_the_system_s_own_leads_nowhere() {
    assertEquals(new Path.NoRoute(), known(MacVpn.read(ways("utun3", "utun3"))).ipv4());
    assertEquals(
        new Path.Tunnel("ipsec0", "ipsec"), known(MacVpn.read(ways("ipsec0", "ipsec0"))).ipv4());
  }

  @Test
  void ipv6_beside_a_tunnel_is_seen() {
    var vpn = known(MacVpn.read(ways("utun8", "utun8").says(RouteGet.IPV6, route("en0"))));
    assertEquals(new Path.Direct("en0"), vpn.ipv6());
  }

  @Test
  void ppp_is_a_vpn_only_over_another_network() {
    String line =
        """
        Internet:
        Destination Gateway Flags Netif Expire
        default 10.0.0.1 UGSc ppp0
        """;
    var alone = ways("ppp0", "ppp0").says(Routes.TABLE, line);
    assertEquals(Reason.NOT_UNDERSTOOD, why(MacVpn.read(alone)));
    var over = ways("ppp0", "ppp0").says(Routes.TABLE, line + "default 192.168.1.1 UGScI en0\n");
    assertEquals(new Path.Tunnel("ppp0", "ppp"), known(MacVpn.read(over)).ipv4());
  }

  @Test
  void gif_and_stf_encrypt_nothing_and_a_link_that_nobody_knows_is_not_judged() {
    assertTrue(((Path.Tunnel) known(MacVpn.read(ways("gif0", "gif0"))).ipv4()).isPlain());
    assertEquals(Reason.NOT_SUPPORTED, why(MacVpn.read(ways("xyz0", "en0"))));
  }

  @Test
  void without_any_way_there_is_none() {
    var cut =
        new Told()
            .says(RouteGet.IPV4_LOW, NO_ROUTE)
            .says(RouteGet.IPV4_HIGH, NO_ROUTE)
            .says(RouteGet.IPV6, NO_ROUTE);
    assertEquals(new Vpn(new Path.NoRoute(), new Path.NoRoute()), known(MacVpn.read(cut)));
  }

  @Test
  void a_tool_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(MacVpn.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(MacGateway.read(new Told())));
    var lacking = new Told().says(RouteGet.IPV4_LOW, route("utun8"));
    assertEquals(Reason.TOOL_MISSING, why(MacVpn.read(lacking)));
  }

  @Test
  void a_tool_that_is_denied_says_so() {
    var denied = new Answer.Said(1, "", "route: must be root to alter routing table");
    assertEquals(Reason.NEEDS_PRIVILEGE, why(RouteGet.link(RouteGet.IPV6, denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Routes.read(new Answer.Denied())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Arp.read(new Answer.Denied())));
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(Routes.read(new Answer.Said(0, "Internet:\ndefault 10.0.0.1 UGSc en0\n"))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Routes.read(new Answer.Said(0, ""))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(
            RouteGet.link(
                RouteGet.IPV6, new Answer.Said(0, "interface: en0\ninterface: utun0\n"))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(RouteGet.link(RouteGet.IPV6, new Answer.Said(0, ""))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Arp.read(new Answer.Said(0, "nonsense"))));
    LinkName link = new LinkName("utun8");
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(Ifconfig.read(Ifconfig.LINK, link, new Answer.Said(0, config("utun3")))));
  }
}
