package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Gateway;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class GatewayTest {
  private static final String ROUTER = "02:00:00:00:50:01";
  private static final String ATTACKER = "02:00:00:00:50:66";

  @Test
  void every_captured_attack_shows_the_gateway_and_its_hardware_address() {
    assertEquals(hops(hop("10.50.0.1", ATTACKER)), captured("arp-conflict"));
    assertEquals(hops(hop("10.50.0.66", ATTACKER)), captured("dhcp"));
    // Only some answers were captured of these.
    assertEquals(
        List.of(hop("fe80::54b8:ffff:fe0e:315", "")),
        ((Reading.Known<List<Hop>>)
                IpRoute.hops(IpRoute.DEFAULT6, said("gateway/ra-ip-j-6-route.txt")))
            .value());
    int seen = 0;
    for (String file : Captures.matching("gateway/*-ip-j-route.txt")) {
      assertEquals(Reading.Known.class, IpRoute.hops(IpRoute.DEFAULT4, said(file)).getClass());
      seen++;
    }
    assertTrue(seen >= 4, "routes: " + seen);
  }

  @Test
  void the_kernels_tables_say_the_same() {
    int seen = 0;
    for (String file : Captures.matching("gateway/*-cat-proc-net-route.txt")) {
      String scene = file.substring("gateway/".length(), file.indexOf("-cat-"));
      var machine =
          new Told()
              .says(ProcRoute.IPV4, said(file))
              .says(ProcRoute.ARP, said("gateway/" + scene + "-cat-proc-net-arp.txt"));
      String address = scene.equals("dhcp") ? "10.50.0.66" : "10.50.0.1";
      String mac = scene.equals("none") ? ROUTER : ATTACKER;
      assertEquals(hops(hop(address, mac)), LinuxGateway.read(machine), scene);
      seen++;
    }
    assertTrue(seen >= 5, "scenes: " + seen);
    var ra = ProcRoute.ipv6(said("gateway/ra-cat-proc-net-ipv6_route.txt"));
    assertEquals(Reading.known(List.of(hop("fe80::54b8:ffff:fe0e:315", ""))), ra);
  }

  @Test
  void no_attack_but_that_of_the_router_advertisement_has_a_gateway_of_ipv6() {
    int seen = 0;
    for (String file : Captures.matching("gateway/*-cat-proc-net-ipv6_route.txt")) {
      int hops = ((Reading.Known<List<Hop>>) ProcRoute.ipv6(said(file))).value().size();
      assertEquals(file.contains("/ra-") ? 1 : 0, hops, file);
      seen++;
    }
    assertTrue(seen >= 4, "tables: " + seen);
  }

  @Test
  void a_tunnel_is_a_gateway_only_where_it_is_the_default_route_itself() {
    int seen = 0;
    for (String file : Captures.matching("vpn/*-proc-net-route.txt")) {
      Hop hop =
          file.contains("full-default")
              ? new Hop("10.99.0.1", "tun0", "")
              : new Hop("10.30.0.1", "wlan0", "");
      assertEquals(Reading.known(List.of(hop)), ProcRoute.ipv4(said(file)), file);
      seen++;
    }
    assertTrue(seen >= 4, "tables: " + seen);
  }

  @Test
  void several_gateways_come_in_the_order_of_preference() {
    var machine =
        new Told()
            .says(
                IpRoute.DEFAULT4,
                """
                [{"dst":"default","gateway":"10.0.2.1","dev":"eth1","metric":600,"flags":[]},
                 {"dst":"default","metric":50,"flags":[],"nexthops":[
                   {"gateway":"10.0.0.1","dev":"v0","weight":1,"flags":[]},
                   {"gateway":"10.0.1.1","dev":"v1","weight":3,"flags":[]},
                   {"gateway":"10.0.9.1","dev":"v2","weight":3,"flags":["dead","linkdown"]}]},
                 {"dst":"default","dev":"ppp0","scope":"link","metric":80,"flags":[]},
                 {"dst":"default","via":{"family":"inet6","host":"fe80::1"},"dev":"v0","metric":90,"flags":[]},
                 {"type":"unreachable","dst":"default","metric":4278198272,"flags":[]},
                 {"dst":"10.0.0.0/24","dev":"v0","flags":[]}]\
                """)
            .says(
                IpRoute.DEFAULT6,
                "[{\"dst\":\"default\",\"gateway\":\"fe80::1\",\"dev\":\"v0\",\"metric\":1024}]")
            .says(
                IpNeigh.NEIGHBOURS,
                """
                [{"dst":"10.0.0.1","dev":"v0","lladdr":"02:00:00:00:00:AB","state":["STALE"]},
                 {"dst":"10.0.1.1","dev":"v1","lladdr":"02:00:00:00:00:0b","state":["FAILED"]},
                 {"dst":"10.0.2.1","dev":"eth1","state":["INCOMPLETE"]},
                 {"dst":"fe80::1","dev":"v9","lladdr":"02:00:00:00:00:09","state":["REACHABLE"]},
                 {"dst":"fe80::1","dev":"v0","lladdr":"02:00:00:00:00:0c","router":null,"state":["PERMANENT"]}]\
                """);
    assertEquals(
        Reading.known(
            new Gateway(
                List.of(
                    new Hop("10.0.0.1", "v0", "02:00:00:00:00:ab"),
                    new Hop("10.0.1.1", "v1", ""),
                    new Hop("", "ppp0", ""),
                    new Hop("fe80::1", "v0", "02:00:00:00:00:0c"),
                    new Hop("10.0.2.1", "eth1", "")))),
        LinuxGateway.read(machine));
  }

  @Test
  void no_default_route_is_no_gateway() {
    var machine = new Told().says(IpRoute.DEFAULT4, "[]").says(IpRoute.DEFAULT6, "[ ]\n");
    assertEquals(Reading.known(new Gateway(List.of())), LinuxGateway.read(machine));
  }

  @Test
  void a_gateway_whose_neighbours_cannot_be_told_is_still_one() {
    var machine =
        new Told()
            .says(IpRoute.DEFAULT4, Captures.text("gateway/dhcp-ip-j-route.txt"))
            .says(IpRoute.DEFAULT6, "[]");
    assertEquals(hops(hop("10.50.0.66", "")), LinuxGateway.read(machine));
  }

  @Test
  void a_default_route_that_is_not_understood_is_not_left_out() {
    for (String route :
        List.of(
            "[{\"dst\":\"default\",\"gateway\":\"example.org\",\"dev\":\"v0\"}]",
            "[{\"dst\":\"default\",\"gateway\":\"10.0.0.1\"}]",
            "[{\"gateway\":\"10.0.0.1\",\"dev\":\"v0\"}]",
            "{}",
            "",
            "[1]")) {
      var machine = new Told().says(IpRoute.DEFAULT4, route).says(IpRoute.DEFAULT6, "[]");
      assertTrue(
          LinuxGateway.read(machine) instanceof Unknown<Gateway>(var reason, var detail)
              && reason == Reason.NOT_UNDERSTOOD,
          route);
    }
  }

  @Test
  void missing_denied_and_garbled_are_told_apart() {
    var reasons = new ArrayList<Reason>();
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "what?"))) {
      var machine = new Told().says(IpRoute.DEFAULT4, answer).says(ProcRoute.IPV4, answer);
      if (LinuxGateway.read(machine) instanceof Unknown<Gateway>(var reason, var detail)) {
        reasons.add(reason);
      }
    }
    assertEquals(
        List.of(Reason.TOOL_MISSING, Reason.NEEDS_PRIVILEGE, Reason.NOT_UNDERSTOOD), reasons);
  }

  @Test
  void spoilt_answers_are_never_an_exception() {
    int spoilt = 0;
    for (String file : Captures.matching("gateway/*.txt")) {
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> {
                assertNotNull(IpRoute.hops(IpRoute.DEFAULT4, answer));
                assertNotNull(IpNeigh.macs(answer));
                assertNotNull(ProcRoute.ipv4(answer));
                assertNotNull(ProcRoute.ipv6(answer));
                assertNotNull(ProcRoute.macs(answer));
              });
    }
    assertTrue(spoilt > 3000, "spoilt: " + spoilt);
  }

  private static Reading<Gateway> captured(String scene) {
    return LinuxGateway.read(
        new Told()
            .says(IpRoute.DEFAULT4, said("gateway/" + scene + "-ip-j-route.txt"))
            .says(IpRoute.DEFAULT6, said("gateway/" + scene + "-ip-j-6-route.txt"))
            .says(IpNeigh.NEIGHBOURS, said("gateway/" + scene + "-ip-j-neigh.txt")));
  }

  private static Answer said(String file) {
    return new Answer.Said(0, Captures.text(file));
  }

  private static Hop hop(String address, String mac) {
    return new Hop(address, "wlan0", mac);
  }

  private static Reading<Gateway> hops(Hop... hops) {
    return Reading.known(new Gateway(List.of(hops)));
  }
}
