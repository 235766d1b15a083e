package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;

class SceneTest {
  private static final Rules NOTHING =
      new Rules(List.of(), Optional.empty(), Optional.empty(), Optional.of(Set.of()));
  private static final Ranges LINK_LOCAL = Addresses.prefix("fe80::", 10).orElseThrow();

  private static Scene ordinary(Link link, boolean v6) {
    List<Scene> scenes = Scene.ordinary(link, List.of(link), v6, Protocol.TCP, NOTHING);
    assertEquals(1, scenes.size());
    return scenes.get(0);
  }

  private static Link wlan0(Link.Address... addresses) {
    return new Link(
        "wlan0",
        2,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        true,
        false,
        true,
        List.of(),
        false,
        List.of(addresses));
  }

  private static Link.Address address(String word, int prefix) {
    var value = Addresses.number(word).orElseThrow();
    return new Link.Address(Addresses.isV6(word), value, value, prefix, Optional.empty());
  }

  @Test
  void an_ordinary_stranger_calls_the_address_of_the_network_both_share() {
    Link link = wlan0(address("fe80::10", 64), address("fd77::10", 64), address("10.7.0.10", 24));
    Scene six = ordinary(link, true);
    assertEquals(Addresses.parse("fd77::10").orElseThrow(), six.targets());
    assertTrue(six.sources().and(LINK_LOCAL).isEmpty());
    assertTrue(six.sources().and(six.targets()).isEmpty(), "nobody is its own neighbour");
    assertEquals(Ranges.of(32768, 60999), six.sourcePorts());
    Scene four = ordinary(link, false);
    assertEquals(Addresses.parse("10.7.0.10").orElseThrow(), four.targets());
    assertTrue(four.sources().minus(Addresses.prefix("10.7.0.0", 24).orElseThrow()).isEmpty());
  }

  @Test
  void where_all_is_link_local_an_ordinary_stranger_is_too() {
    Scene scene = ordinary(wlan0(address("fe80::10", 64)), true);
    assertEquals(Addresses.parse("fe80::10").orElseThrow(), scene.targets());
    assertTrue(scene.sources().minus(LINK_LOCAL).isEmpty());
    assertTrue(!scene.sources().isEmpty());
  }

  @Test
  void without_an_address_there_is_nobody_to_call() {
    Link link = wlan0(address("10.7.0.10", 24));
    assertEquals(List.of(), Scene.ordinary(link, List.of(link), true, Protocol.UDP, NOTHING));
    assertEquals(List.of(), Scene.all(link, List.of(link), true, Protocol.UDP, NOTHING));
  }

  @Test
  void every_ordinary_call_is_among_all_calls() {
    Link link =
        wlan0(address("fe80::10", 64), address("2001:db8::10", 128), address("10.7.0.10", 24));
    for (boolean v6 : new boolean[] {false, true}) {
      Scene ordinary = ordinary(link, v6);
      Scene all = Scene.all(link, List.of(link), v6, Protocol.TCP, NOTHING).get(0);
      assertEquals(all.aim(), ordinary.aim());
      assertTrue(ordinary.sources().minus(all.sources()).isEmpty());
      assertTrue(ordinary.sourcePorts().minus(all.sourcePorts()).isEmpty());
      assertTrue(ordinary.targets().minus(all.targets()).isEmpty());
    }
  }

  @Test
  void trust_in_link_local_addresses_is_seen_in_crafted_calls_alone() {
    Side side =
        new Asked()
            .input(
                "drop",
                "{\"match\": {\"op\": \"in\", \"left\": {\"ct\": {\"key\": \"state\"}},"
                    + " \"right\": \"established\"}}, {\"accept\": null}",
                "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip6\","
                    + " \"field\": \"saddr\"}}, \"right\": {\"prefix\": {\"addr\": \"fe80::\","
                    + " \"len\": 10}}}}, {\"accept\": null}")
            .ipv6();
    assertEquals(Side.blocked().ordinary(), side.ordinary());
    assertEquals(Side.open().crafted(), side.crafted());
  }
}
