package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.checks.Outcome;
import porchlight.checks.Verdict;
import porchlight.facts.Gateway;
import porchlight.facts.Lan;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.route.LinuxGateway;
import porchlight.gather.linux.route.LinuxLan;
import porchlight.places.KnownGateways;

/** Real impostors on a real local network, and what must not be taken for one. */
class GatewayLiveTest extends WatchedGateway {
  private static final String CHANGED =
      "the gateway's hardware address changed while the connection stayed up";

  private static final String APPEARED =
      "another router to the internet appeared while the connection stayed up";

  private static final String SHARED = "another address of this network answers";
  private static final String SEVERAL = "this network has more than one router";

  /** The real router answers as well, and for a moment it may be believed again. */
  private Verdict lookWhileTaken() {
    taken();
    return look(CABLE);
  }

  private void conflict() {
    here.attacker.sh("ip addr add 10.50.0.1/32 dev eth0");
    here.router.sh("ip link set eth0 down"); // what a flood, or being nearer, does
    here.laptop.sh("ip neigh flush dev eth0");
    here.meet("10.50.0.1");
    here.router.sh("ip link set eth0 up");
  }

  private void taken() {
    Processes.await(
        "the attacker in the gateway's place",
        () -> here.believed("10.50.0.1").contains(Neighbourhood.ATTACKER));
  }

  @Test
  void an_honest_router_is_no_finding() {
    assertPasses("first time here", look(CABLE));
    assertPasses("it is the same", look(CABLE));
    here.advertise(here.router, Neighbourhood.ROUTER);
    assertPasses("it is the same", look(CABLE));
    here.meet("10.50.0.66");
    assertPasses("it is the same", look(CABLE));
    // Another range on the same box, and its IPv6 address beside the IPv4 one.
    here.router.sh("ip addr add 169.254.1.1/16 dev eth0");
    here.laptop.sh("ip addr add 169.254.9.9/32 dev eth0");
    here.laptop.sh("ip route add 169.254.1.1 dev eth0");
    here.meet("169.254.1.1");
    here.meet("fe80::200:5eff:fe00:5301%eth0");
    assertPasses("it is the same", look(CABLE));
    var own = lan().attachments().get(0);
    assertTrue(own.routers().get(0).alike().contains("169.254.1.1"), own.toString());
  }

  @Test
  void somebody_without_rights_reads_the_same() {
    here.advertise(here.router, Neighbourhood.ROUTER);
    Lan asRoot = lan();
    Lan asNobody = ((Known<Lan>) LinuxLan.read(here.asNobody())).value();
    assertEquals(asRoot.attachments().size(), asNobody.attachments().size());
    for (int i = 0; i < 2; i++) {
      assertEquals(
          asRoot.attachments().get(0).routers().get(i).hop(),
          asNobody.attachments().get(0).routers().get(i).hop());
    }
    assertEquals(
        asRoot.attachments().get(0).connection(), asNobody.attachments().get(0).connection());
    assertTrue(asRoot.attachments().get(0).connection().isPresent());
  }

  @Test
  void arp_spoofing_is_seen_with_and_without_memory() {
    Processes.require("arpspoof");
    look(CABLE);
    here.attacker.sh("sysctl -qw net.ipv4.ip_forward=1");
    Process spoofer =
        here.attacker.start("arpspoof", "-i", "eth0", "-t", "10.50.0.10", "10.50.0.1");
    taken();
    Processes.await(
        "the attacker's own address",
        () -> here.believed("10.50.0.66").contains(Neighbourhood.ATTACKER));
    Verdict verdict = lookWhileTaken();
    assertFails(CHANGED, verdict);
    assertTrue(
        verdict.evidence().stream().anyMatch(one -> one.value().startsWith(SHARED)),
        verdict.toString());
    assertFails(CHANGED, lookWhileTaken());
    known = KnownGateways.NONE;
    assertFails(SHARED, lookWhileTaken());
    assertFails(SHARED, lookWhileTaken());
    spoofer.destroyForcibly();
  }

  @Test
  void a_gratuitous_answer_is_seen() {
    Processes.require("arping");
    look(CABLE);
    here.attacker.sh("ip addr add 10.50.0.1/32 dev eth0");
    here.attacker.start("arping", "-q", "-A", "-c", "5", "-I", "eth0", "10.50.0.1");
    taken();
    assertFails(CHANGED, look(CABLE));
    here.attacker.sh("ip addr del 10.50.0.1/32 dev eth0");
    here.laptop.sh("ip neigh flush dev eth0");
    here.meet("10.50.0.1");
    assertPasses("it is the same", look(CABLE));
  }

  @Test
  void who_answers_first_is_seen_only_by_memory() {
    look(CABLE);
    conflict();
    assertFails(CHANGED, look(CABLE));
    known = KnownGateways.NONE;
    assertPasses("first time here", look(CABLE)); // as its page says: an impostor from the start
  }

  @Test
  void another_gateway_and_a_second_one_are_seen() {
    look(CABLE);
    here.meet("10.50.0.66");
    here.laptop.sh("ip route add default via 10.50.0.66 metric 50");
    assertFails(APPEARED, look(CABLE));
    known = KnownGateways.NONE;
    assertFails(SEVERAL, look(CABLE));
    here.laptop.sh("ip route del default via 10.50.0.66");
    known = KnownGateways.NONE;
    look(CABLE);
    here.laptop.sh("ip route replace default via 10.50.0.66");
    assertFails(CHANGED, look(CABLE));
  }

  @Test
  void a_rogue_router_advertisement_is_seen() {
    look(CABLE);
    here.advertise(here.attacker, Neighbourhood.ATTACKER);
    Verdict verdict = look(CABLE);
    assertFails(APPEARED, verdict);
    assertEquals(Lan.Origin.ADVERTISED, lan().attachments().get(0).routers().get(1).origin());
    assertTrue(lan().attachments().get(0).routers().get(1).lifetime().isPresent());
    known = KnownGateways.NONE;
    assertFails(SEVERAL, look(CABLE));
  }

  /** As a DHCP server may give them (RFC 3442): then there is no default route, or it is idle. */
  @Test
  void two_halves_of_the_internet_are_a_way_out_as_a_default_route_is() {
    look(CABLE);
    here.laptop.sh("ip route del default");
    assertEquals(Outcome.NOT_APPLICABLE, look(CABLE).outcome());
    for (String half : List.of("0.0.0.0/1", "128.0.0.0/1")) {
      here.laptop.sh("ip route add " + half + " via 10.50.0.66");
    }
    here.meet("10.50.0.66");
    assertFails(CHANGED, look(CABLE));
    assertTrue(
        LinuxGateway.read(here) instanceof Known<Gateway>(Gateway(var hops))
            && hops.equals(List.of(new Gateway.Hop("10.50.0.66", "eth0", Neighbourhood.ATTACKER))));
    here.laptop.sh("ip route add default via 10.50.0.1");
    assertFails(APPEARED, look(CABLE));
    known = KnownGateways.NONE;
    assertFails(SEVERAL, look(CABLE));
    assertEquals("10.50.0.66", lan().attachments().get(0).preferred().hop().address());
  }

  @Test
  void a_rogue_router_that_asks_to_be_the_last_is_seen_beside_the_networks_own() {
    here.advertise(here.router, Neighbourhood.ROUTER);
    look(CABLE);
    assertPasses("it is the same", look(CABLE));
    here.advertise(here.attacker, Neighbourhood.ATTACKER, 24);
    Processes.await("two of them", () -> lan().attachments().get(0).routers().size() == 3);
    assertFails(APPEARED, look(CABLE));
    known = KnownGateways.NONE;
    assertFails(SEVERAL, look(CABLE));
  }

  @Test
  void a_gateway_that_does_not_answer_is_unknown() {
    here.router.sh("ip link set eth0 down");
    here.laptop.sh("ip neigh flush dev eth0");
    assertEquals(Outcome.UNKNOWN, look(CABLE).outcome());
    here.laptop.sh("ip route del default");
    assertEquals(Outcome.NOT_APPLICABLE, look(CABLE).outcome());
  }
}
