package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.facts.Vpn.Path.Direct;
import porchlight.facts.Vpn.Path.NoRoute;
import porchlight.facts.Vpn.Path.Tunnel;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class VpnTest {
  private static final Answer UNREACHABLE =
      new Answer.Said(2, "", "RTNETLINK answers: Network is unreachable\n");
  private static final String FULL = Captures.text("vpn/full-ip-j-d-link.txt");
  private static final String LEAK = Captures.text("vpn/leak-ip-j-d-link.txt");
  private static final String BARE = Captures.text("vpn/bare-tun-ip-j-d-link.txt");

  @Test
  void every_captured_way_is_in_the_tunnel_or_beside_it() {
    int seen = 0;
    for (String file : Captures.matching("vpn/*-route-get.txt")) {
      boolean tunnel = file.startsWith("vpn/full") || file.startsWith("vpn/leak");
      var machine =
          new Told()
              .says(IpRouteGet.IPV4_LOW, Captures.text(file))
              .says(IpRouteGet.IPV4_HIGH, Captures.text(file))
              .says(IpRouteGet.IPV6, UNREACHABLE)
              .says(IpLink.LINKS, tunnel ? (file.startsWith("vpn/leak") ? LEAK : FULL) : BARE);
      Path ipv4 = tunnel ? new Tunnel("tun0", "tun") : new Direct("wlan0");
      assertEquals(vpn(ipv4, new NoRoute()), LinuxVpn.read(machine), file);
      seen++;
    }
    assertTrue(seen >= 5, "ways: " + seen);
  }

  @Test
  void ipv6_beside_the_tunnel_is_told() {
    var machine = ways("tun0", "tun0", "wlan0").says(IpLink.LINKS, FULL);
    assertEquals(vpn(new Tunnel("tun0", "tun"), new Direct("wlan0")), LinuxVpn.read(machine));
  }

  @Test
  void half_of_the_internet_in_the_tunnel_is_beside_it() {
    var machine = ways("tun0", "wlan0", "tun0").says(IpLink.LINKS, FULL);
    assertEquals(vpn(new Direct("wlan0"), new Tunnel("tun0", "tun")), LinuxVpn.read(machine));
  }

  @Test
  void a_tunnel_that_nobody_holds_the_other_end_of_leads_nowhere() {
    var machine = ways("tun0", "tun0", "wlan0").says(IpLink.LINKS, BARE);
    assertEquals(vpn(new NoRoute(), new Direct("wlan0")), LinuxVpn.read(machine));
  }

  @Test
  void each_kind_of_interface_is_what_the_kernel_says() {
    assertEquals(new Tunnel("x", "wireguard"), kind("wireguard"));
    assertEquals(new Tunnel("x", "xfrm"), kind("xfrm"));
    assertEquals(new Tunnel("x", "gre"), kind("gre"));
    assertTrue(new Tunnel("x", "gre").isPlain());
    assertFalse(new Tunnel("x", "wireguard").isPlain());
    assertEquals(new Tunnel("x", "ovpn-dco"), kind("ovpn-dco"));
    assertEquals(new Direct("x"), kind("bridge"));
    assertEquals(new Direct("x"), kind("vlan"));
    assertEquals(new Direct("x"), kind("bond"));
    assertEquals(new Direct("x"), kind("wwan"));
    assertEquals(new NoRoute(), kind("dummy"));
    assertEquals(
        Reason.NOT_UNDERSTOOD, reason(ways("x", "x", "x").says(IpLink.LINKS, link("new-thing"))));
    var tap =
        ways("x", "x", "x")
            .says(
                IpLink.LINKS,
                "[{\"ifname\":\"x\",\"flags\":[\"UP\"],\"linkinfo\":{\"info_kind\":\"tun\",\"info_data\":{\"type\":\"tap\"}}}]");
    assertEquals(vpn(new Tunnel("x", "tap"), new Tunnel("x", "tap")), LinuxVpn.read(tap));
    var modem =
        ways("x", "x", "x")
            .says(IpLink.LINKS, "[{\"ifname\":\"x\",\"flags\":[\"UP\"],\"link_type\":\"none\"}]");
    assertEquals(vpn(new Direct("x"), new Direct("x")), LinuxVpn.read(modem));
  }

  @Test
  void ppp_is_a_vpn_only_with_a_server_beyond_another_link() {
    assertEquals(new Direct("x"), kind("ppp"));
    var vpn =
        ways("x", "x", "x")
            .says(IpLink.LINKS, link("ppp"))
            .says(
                PppServer.ROUTES,
                "[{\"dst\":\"default\",\"dev\":\"x\"},{\"dst\":\"203.0.113.9\",\"gateway\":\"10.0.0.1\",\"dev\":\"wlan0\"}]");
    assertEquals(vpn(new Tunnel("x", "ppp"), new Tunnel("x", "ppp")), LinuxVpn.read(vpn));
  }

  @Test
  void every_dead_end_is_no_route() {
    for (String error :
        List.of("Network is unreachable", "No route to host", "Permission denied")) {
      var answer = new Answer.Said(2, "", "RTNETLINK answers: " + error + "\n");
      assertEquals(vpn(new NoRoute(), new NoRoute()), LinuxVpn.read(all(answer)), error);
    }
    var old =
        new Answer.Said(
            0, "[{\"type\":\"unreachable\",\"dst\":\"2001:db8::\",\"dev\":\"lo\",\"flags\":[]}]");
    assertEquals(vpn(new NoRoute(), new NoRoute()), LinuxVpn.read(all(old)));
    var blackhole = new Answer.Said(2, "", "RTNETLINK answers: Invalid argument\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(all(blackhole)));
    assertEquals(
        vpn(new NoRoute(), new NoRoute()),
        LinuxVpn.read(
            all(blackhole)
                .says(IpRouteGet.BLACKHOLES, "[{\"type\":\"blackhole\",\"dst\":\"default\"}]")
                .says(IpRouteGet.BLACKHOLES6, "[{\"type\":\"blackhole\",\"dst\":\"default\"}]")));
  }

  @Test
  void a_kernel_without_ipv6_has_no_way_for_it() {
    var machine =
        ways("wlan0", "wlan0", "-")
            .says(
                IpRouteGet.IPV6,
                new Answer.Said(2, "", "RTNETLINK answers: Operation not supported\n"))
            .says(IpLink.LINKS, FULL);
    assertEquals(vpn(new Direct("wlan0"), new NoRoute()), LinuxVpn.read(machine));
    machine.says(IpRouteGet.IPV6_ADDRESSES, "");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(machine));
  }

  @Test
  void an_interface_that_is_not_in_the_list_is_not_understood() {
    assertEquals(Reason.NOT_UNDERSTOOD, reason(ways("gone0", "x", "x").says(IpLink.LINKS, FULL)));
  }

  @Test
  void missing_denied_and_garbled_are_told_apart() {
    var reasons = new ArrayList<Reason>();
    for (Answer answer :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.Said(1, "", "ip: invalid option -- 'j'"))) {
      reasons.add(reason(all(answer)));
    }
    assertEquals(
        List.of(Reason.TOOL_MISSING, Reason.NEEDS_PRIVILEGE, Reason.NOT_UNDERSTOOD), reasons);
  }

  @Test
  void spoilt_answers_are_never_an_exception() {
    int spoilt = 0;
    for (String file : Captures.matching("vpn/*.txt")) {
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> {
                assertNotNull(LinuxVpn.read(all(answer).says(IpLink.LINKS, answer)));
                assertNotNull(
                    LinuxVpn.read(ways("tun0", "wlan0", "tun0").says(IpLink.LINKS, answer)));
              });
    }
    assertTrue(spoilt > 2000, "spoilt: " + spoilt);
  }

  private static Path kind(String kind) {
    var reading = LinuxVpn.read(ways("x", "x", "x").says(IpLink.LINKS, link(kind)));
    if (reading instanceof Reading.Known<Vpn>(Vpn(var ipv4, var ipv6))) {
      assertEquals(ipv4, ipv6);
      return ipv4;
    }
    throw new AssertionError(reading);
  }

  private static String link(String kind) {
    return "[{\"ifname\":\"x\",\"flags\":[\"UP\",\"LOWER_UP\"],\"linkinfo\":{\"info_kind\":\"%s\"}}]"
        .formatted(kind);
  }

  private static Told ways(String low, String high, String ipv6) {
    return new Told()
        .says(IpRouteGet.IPV4_LOW, "[{\"dst\":\"84.205.64.1\",\"dev\":\"" + low + "\"}]")
        .says(IpRouteGet.IPV4_HIGH, "[{\"dst\":\"193.0.14.129\",\"dev\":\"" + high + "\"}]")
        .says(IpRouteGet.IPV6, "[{\"dst\":\"2001:7fd::1\",\"dev\":\"" + ipv6 + "\"}]");
  }

  private static Told all(Answer answer) {
    return new Told()
        .says(IpRouteGet.IPV4_LOW, answer)
        .says(IpRouteGet.IPV4_HIGH, answer)
        .says(IpRouteGet.IPV6, answer);
  }

  private static Reason reason(Told machine) {
    return LinuxVpn.read(machine) instanceof Unknown<Vpn>(var reason, var detail)
        ? reason
        : Reason.TURNED_OFF;
  }

  private static Reading<Vpn> vpn(Path ipv4, Path ipv6) {
    return Reading.known(new Vpn(ipv4, ipv6));
  }
}
