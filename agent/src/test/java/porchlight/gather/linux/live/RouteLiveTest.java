package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.facts.Gateway;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Reading;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.facts.Vpn.Path.Direct;
import porchlight.facts.Vpn.Path.NoRoute;
import porchlight.facts.Vpn.Path.Tunnel;
import porchlight.gather.linux.route.LinuxGateway;
import porchlight.gather.linux.route.LinuxVpn;

/** Real routes, asked of the real {@code ip} in a namespace that the test makes. */
class RouteLiveTest {
  /** Holds a tun device open, as a VPN program does. */
  private static final String TUNNEL =
      """
      import fcntl, struct, sys, time
      tun = open("/dev/net/tun", "r+b", buffering=0)
      fcntl.ioctl(tun, 0x400454ca, struct.pack("16sH", sys.argv[1].encode(), int(sys.argv[2])))
      time.sleep(300)
      """;

  private Namespace laptop = new Namespace();

  @BeforeEach
  void a_laptop_with_two_links() {
    Assumptions.assumeTrue(
        java.nio.file.Files.exists(java.nio.file.Path.of("/dev/net/tun")), "no /dev/net/tun");
    laptop.sh("ip link set lo up");
    for (String pair : List.of("0", "1")) {
      laptop.sh("ip link add v" + pair + " type veth peer name p" + pair);
      laptop.sh("ip link set p" + pair + " up");
      laptop.sh("ip link set v" + pair + " up");
      laptop.sh("ip addr add 10.0." + pair + ".2/24 dev v" + pair);
      laptop.sh("ip addr add fd00:" + pair + "::2/64 dev v" + pair + " nodad");
    }
  }

  @AfterEach
  void no_trace() {
    laptop.close();
  }

  @Test
  void the_way_out_is_what_the_kernel_would_do() {
    assertWays("no route at all", new NoRoute(), new NoRoute());
    laptop.sh("ip route add default via 10.0.0.1");
    laptop.sh("ip -6 route add default via fd00:0::1");
    assertWays("straight out", new Direct("v0"), new Direct("v0"));

    tunnel("tun7", "4097");
    laptop.sh("ip addr add 10.8.0.2/24 dev tun7");
    assertWays("a tunnel that nothing goes into", new Direct("v0"), new Direct("v0"));
    laptop.sh("ip route add 0.0.0.0/1 dev tun7");
    assertWays("half of the internet", new Direct("v0"), new Direct("v0"));
    laptop.sh("ip route add 128.0.0.0/1 dev tun7");
    assertWays("IPv6 leaks", new Tunnel("tun7", "tun"), new Direct("v0"));
    laptop.sh("ip -6 route add ::/1 dev tun7");
    laptop.sh("ip -6 route add 8000::/1 dev tun7");
    assertWays("all of it", new Tunnel("tun7", "tun"), new Tunnel("tun7", "tun"));

    laptop.sh("ip -6 route del ::/1 dev tun7");
    laptop.sh("ip -6 route del 8000::/1 dev tun7");
    laptop.sh("ip -6 route del default");
    for (String end : List.of("unreachable", "blackhole", "prohibit")) {
      laptop.sh("ip -6 route add " + end + " default metric 1");
      assertWays("IPv6 is " + end, new Tunnel("tun7", "tun"), new NoRoute());
      laptop.sh("ip -6 route del " + end + " default metric 1");
    }
    for (String end : List.of("unreachable", "blackhole", "prohibit")) {
      laptop.sh("ip route replace " + end + " 84.0.0.0/8");
      laptop.sh("ip route replace " + end + " 193.0.0.0/8");
      assertWays("IPv4 is " + end, new NoRoute(), new NoRoute());
    }
  }

  @Test
  void policy_rules_count_as_in_wg_quick() {
    laptop.sh("ip route add default via 10.0.0.1");
    tunnel("wg-like", "4097");
    laptop.sh("ip addr add 10.8.0.2/24 dev wg-like");
    laptop.sh("ip route add default dev wg-like table 51820");
    laptop.sh("ip rule add not fwmark 51820 table 51820");
    laptop.sh("ip rule add table main suppress_prefixlength 0");
    assertWays("policy rules", new Tunnel("wg-like", "tun"), new NoRoute());
  }

  @Test
  void a_tunnel_device_without_a_program_leads_nowhere() {
    laptop.sh("ip tuntap add tun8 mode tun");
    laptop.sh("ip link set tun8 up");
    laptop.sh("ip addr add 10.8.0.2/24 dev tun8");
    laptop.sh("ip route add default dev tun8");
    assertWays("nobody at the other end", new NoRoute(), new NoRoute());
  }

  @Test
  void a_tap_in_a_bridge_is_no_tunnel() {
    Assumptions.assumeTrue(laptop.can("ip link add br0 type bridge"), "no bridges in this kernel");
    tunnel("tap7", "4098");
    laptop.sh("ip link set tap7 master br0");
    laptop.sh("ip link set br0 up");
    laptop.sh("ip addr add 10.9.0.2/24 dev br0");
    laptop.sh("ip route add default via 10.9.0.1");
    assertWays("a bridge", new Direct("br0"), new NoRoute());
  }

  @Test
  void ipv6_turned_off_has_no_way() {
    laptop.sh("ip route add default via 10.0.0.1");
    laptop.sh("ip -6 route add default via fd00:0::1");
    laptop.sh("sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
    assertWays("IPv6 off", new Direct("v0"), new NoRoute());
  }

  @Test
  void without_ip_the_way_cannot_be_told_and_the_gateway_can() {
    laptop.sh("ip route add default via 10.0.0.1");
    laptop.without("ip");
    assertTrue(LinuxVpn.read(laptop) instanceof Reading.Unknown<Vpn>);
    assertEquals(gateways(new Hop("10.0.0.1", "v0", "")), LinuxGateway.read(laptop));
  }

  @Test
  void gateways_are_told_in_order_with_their_hardware_addresses() {
    assertEquals(gateways(), LinuxGateway.read(laptop));
    laptop.sh(
        "ip route add default metric 50 nexthop via 10.0.0.1 dev v0 nexthop via 10.0.1.1 dev v1");
    laptop.sh("ip route add default via 10.0.1.9 metric 20");
    laptop.sh("ip -6 route add default via fd00:0::1 metric 700");
    laptop.sh("ip -6 route add default via fe80::1 dev v1 metric 100");
    laptop.sh("ip route add unreachable default metric 9999");
    laptop.sh("ip neigh add 10.0.0.1 lladdr 02:00:00:00:00:AB dev v0");
    laptop.sh("ip neigh add 10.0.1.9 nud failed dev v1");
    laptop.sh("ip -6 neigh add fe80::1 lladdr 02:00:00:00:00:0c router dev v1");
    var ipv4 =
        List.of(
            new Hop("10.0.1.9", "v1", ""),
            new Hop("10.0.0.1", "v0", "02:00:00:00:00:ab"),
            new Hop("10.0.1.1", "v1", ""));
    assertEquals(
        gateways(
            ipv4.get(0),
            ipv4.get(1),
            ipv4.get(2),
            new Hop("fe80::1", "v1", "02:00:00:00:00:0c"),
            new Hop("fd00::1", "v0", "")),
        LinuxGateway.read(laptop));
    laptop.without("ip"); // the kernel's file names only the first of several ways
    assertEquals(
        gateways(
            ipv4.get(0), ipv4.get(1), new Hop("fe80::1", "v1", ""), new Hop("fd00::1", "v0", "")),
        LinuxGateway.read(laptop));
  }

  private void tunnel(String name, String flags) {
    laptop.python(TUNNEL, name, flags);
    Processes.await(name, () -> laptop.can("ip link set " + name + " up"));
  }

  private void assertWays(String what, Path ipv4, Path ipv6) {
    assertEquals(Reading.known(new Vpn(ipv4, ipv6)), LinuxVpn.read(laptop), what);
  }

  private static Reading<Gateway> gateways(Hop... hops) {
    return Reading.known(new Gateway(List.of(hops)));
  }
}
