package porchlight.gather.windows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Category;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Origin;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

/** Gateways, local networks and tunnels, by Windows' own tables. */
class WinWaysTest {
  private static final Path WIFI = new Path.Direct("Wi-Fi");
  private static final Path NONE = new Path.NoRoute();

  private static Told machine(String routes) {
    return new Told().says(Adapters.NATIVE, WinMachine.ADAPTERS).says(Ways.NATIVE, routes);
  }

  private static String route(String destination, String hop, int index, int metric) {
    return WinMachine.route(destination, hop, index, metric);
  }

  private static final String HOME =
      route("0.0.0.0/0", "192.168.0.102", 12, 0)
          + route("192.168.0.0/24", "0.0.0.0", 12, 256)
          + route("127.0.0.0/8", "0.0.0.0", 1, 256)
          + route("::1/128", "::", 1, 256);
  private static final String TUNNEL = route("0.0.0.0/0", "0.0.0.0", 4, 0);

  @Test
  void a_gateway_has_its_link_and_its_hardware_address() {
    var machine = machine(HOME).says(NeighbourTable.NATIVE, WinMachine.NEIGHBOURS);
    assertEquals(
        List.of(new Hop("192.168.0.102", "Wi-Fi", "e0:28:6d:00:00:91")),
        known(WinGateway.read(machine)).hops());
    assertEquals("", known(WinGateway.read(machine(HOME))).hops().getFirst().mac());
  }

  @Test
  void the_preferred_gateway_comes_first_by_what_its_adapter_adds() {
    String two = HOME + route("0.0.0.0/0", "10.0.0.1", 16, 0) + route("::/0", "fe80::1%12", 12, 0);
    assertEquals(
        List.of("10.0.0.1", "192.168.0.102", "fe80::1"),
        known(WinGateway.read(machine(two))).hops().stream().map(Hop::address).toList());
  }

  @Test
  void a_local_network_is_told_with_all_that_a_place_wants() {
    var machine =
        machine(HOME + TUNNEL)
            .says(NeighbourTable.NATIVE, WinMachine.NEIGHBOURS)
            .says(Interfaces.SETTINGS4, WinMachine.SETTINGS)
            .says(
                Networks.NATIVE,
                "network=1\ncategory=1\nname=Home\n\nconnection=1\nadapter="
                    + WinMachine.WIFI
                    + "\n");
    var lan = known(WinLan.read(machine)).attachments();
    assertEquals(1, lan.size());
    var one = lan.getFirst();
    assertEquals(Kind.WIFI, one.kind());
    assertEquals(
        List.of("192.168.0.254"), one.addresses().stream().map(own -> own.first().text()).toList());
    assertEquals(Origin.DHCP, one.routers().getFirst().origin());
    assertEquals(List.of("192.168.0.9"), one.sharing(one.routers().getFirst()));
    assertEquals(new Lan.Lease("192.168.0.102", "sample.org"), known(one.lease()));
    assertEquals(Optional.of(Category.PRIVATE), one.category());
    assertEquals(Optional.empty(), one.connection());
    var untold = known(WinLan.read(machine(HOME))).attachments().getFirst();
    assertEquals(Optional.empty(), untold.category());
    assertEquals(Origin.NOT_TOLD, untold.routers().getFirst().origin());
  }

  @Test
  void traffic_goes_straight_out_or_through_a_tunnel_or_nowhere() {
    assertEquals(new Vpn(WIFI, NONE), known(WinVpn.read(machine(HOME))));
    assertEquals(
        new Vpn(new Path.Tunnel("Ethernet 3", "fortinet-ssl-vpn"), NONE),
        known(WinVpn.read(machine(HOME + TUNNEL))));
    assertEquals(
        new Vpn(NONE, NONE), known(WinVpn.read(machine(route("127.0.0.0/8", "0.0.0.0", 1, 256)))));
  }

  @Test
  void ipv6_beside_a_tunnel_is_seen() {
    var vpn = known(WinVpn.read(machine(HOME + TUNNEL + route("::/0", "fe80::1", 12, 0))));
    assertEquals(WIFI, vpn.ipv6());
    assertInstanceOf(Path.Tunnel.class, vpn.ipv4());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/1", "128.0.0.0/1", "32.0.0.0/3", "8.0.0.0/8"})
  void a_wide_route_beside_the_tunnel_is_beside_it(String destination) {
    String beside = HOME + TUNNEL + route(destination, "192.168.0.102", 12, 0);
    assertEquals(WIFI, known(WinVpn.read(machine(beside))).ipv4());
    String halves =
        HOME + route("0.0.0.0/1", "0.0.0.0", 4, 0) + route("128.0.0.0/1", "0.0.0.0", 4, 0);
    assertInstanceOf(Path.Tunnel.class, known(WinVpn.read(machine(halves))).ipv4());
    assertInstanceOf(
        Path.Tunnel.class,
        known(WinVpn.read(machine(HOME + TUNNEL + route("10.0.0.0/8", "192.168.0.102", 12, 0))))
            .ipv4());
  }

  @Test
  void what_windows_itself_chooses_counts_as_well() {
    String best = "destination=193.0.14.129\nindex=12\n\ndestination=2001:7fd::1\ncode=1231\n";
    assertEquals(WIFI, known(WinVpn.read(machine(HOME + TUNNEL).says(WinVpn.BEST, best))).ipv4());
    String odd = "destination=193.0.14.129\ncode=7\n";
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinVpn.read(machine(HOME).says(WinVpn.BEST, odd))));
  }

  @ParameterizedTest
  @CsvSource({
    "53, WireGuard Tunnel, 0, wireguard",
    "53, Wintun Userspace Tunnel, 0, wintun",
    "53, Tailscale Tunnel, 0, tailscale",
    "6, TAP-Windows Adapter V9, 0, tap-windows",
    "6, Cisco AnyConnect Virtual Miniport Adapter, 1, cisco-anyconnect",
    "6, PANGP Virtual Ethernet Adapter, 0, pangp",
    "131, Cloudflare WARP Interface Tunnel, 0, cloudflare",
    "131, Teredo Tunneling Pseudo-Interface, 0, teredo",
    "131, Microsoft ISATAP Adapter #2, 0, isatap",
    "6, Intel(R) Ethernet Connection, 1, direct",
    "6, Hyper-V Virtual Ethernet Adapter #2, 0, direct",
    "243, Mobile Broadband, 1, direct",
    "6, Some New Adapter, 0, unknown",
    "131, Some New Tunnel, 0, unknown",
    "999, Odd, 1, unknown",
  })
  void an_adapter_is_known_by_its_kind_and_its_makers_words(
      int type, String description, int hardware, String expected) {
    var machine =
        new Told()
            .says(
                Adapters.NATIVE,
                WinMachine.ADAPTERS + WinMachine.adapter(9, type, description, hardware))
            .says(Ways.NATIVE, route("0.0.0.0/0", "0.0.0.0", 9, 0));
    switch (expected) {
      case "unknown" -> assertEquals(Reason.NOT_SUPPORTED, why(WinVpn.read(machine)));
      case "direct" -> assertEquals(new Path.Direct("Link 9"), known(WinVpn.read(machine)).ipv4());
      default ->
          assertEquals(new Path.Tunnel("Link 9", expected), known(WinVpn.read(machine)).ipv4());
    }
    boolean isPlain = List.of("teredo", "isatap").contains(expected);
    assertEquals(isPlain, new Path.Tunnel("x", expected).isPlain());
  }

  @Test
  void what_a_person_calls_a_connection_makes_it_no_vpn() {
    String named =
        WinMachine.adapter(9, 6, "Intel(R) Ethernet Connection", 1)
            .replace("name=Link 9", "name=Cloudflare");
    var machine =
        new Told()
            .says(Adapters.NATIVE, WinMachine.ADAPTERS + named)
            .says(Ways.NATIVE, route("0.0.0.0/0", "0.0.0.0", 9, 0));
    assertEquals(new Path.Direct("Cloudflare"), known(WinVpn.read(machine)).ipv4());
  }

  @Test
  void whether_a_dialled_line_encrypts_is_not_told() {
    String ppp = WinMachine.ADAPTERS + WinMachine.adapter(9, 23, "Office", 0);
    String line = route("0.0.0.0/0", "0.0.0.0", 9, 0);
    var over =
        new Told()
            .says(Adapters.NATIVE, ppp)
            .says(Ways.NATIVE, HOME.replace("metric=0", "metric=50") + line);
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinVpn.read(over)));
    var alone = new Told().says(Adapters.NATIVE, ppp).says(Ways.NATIVE, line);
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinVpn.read(alone)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "route=x\nindex=1\nmetric=1\n",
        "route=0.0.0.0/0\n",
        "adapter=1\n"
      })
  void what_is_not_understood_is_not_guessed(String odd) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinGateway.read(machine(odd))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinVpn.read(machine(odd))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinLan.read(machine(odd))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Adapters.read(new Answer.Said(0, odd))));
    assertTrue(Networks.categories(new Answer.Said(0, odd)).isEmpty());
  }

  @Test
  void what_is_missing_or_denied_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(Adapters.read(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Adapters.read(new Answer.Denied())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(NeighbourTable.read(new Answer.Denied())));
    var denied = new Told().says(Adapters.NATIVE, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinGateway.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinVpn.read(denied)));
  }
}
