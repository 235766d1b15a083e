package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading.Known;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * Every ruleset of the matrix against what an attacker measured on it. The attacker knocked at a
 * few ports, from one ordinary address and at one of the laptop's own: so the evaluator is asked
 * about just that stranger, port by port, and the words for the ordinary stranger must be the ones
 * that follow from what was reached.
 */
class FirewallMatrixTest {
  /** Decided by the members of an ipset, which no listing of rules shows. */
  private static final Set<String> UNDECIDABLE = Set.of("legacy_ipset");

  private static List<String> rulesets() {
    return Captures.rulesets();
  }

  @Test
  void the_matrix_is_whole() {
    assertEquals(53, rulesets().size());
  }

  @ParameterizedTest
  @MethodSource("rulesets")
  void each_port_is_as_the_attacker_found_it(String ruleset) throws Exception {
    Rules rules = rules(ruleset);
    Link link = wlan0();
    Json.Obj truth =
        (Json.Obj) JsonText.parse(Captures.text(Captures.MATRIX.resolve(ruleset + ".truth.json")));
    var wrong = new ArrayList<String>();
    for (String kind : List.of("tcp4", "tcp6", "udp4", "udp6")) {
      Reach reach = Evaluator.reach(attacker(link, kind), rules.on(link));
      for (var port : ((Json.Obj) truth.get(kind).orElseThrow()).members().entrySet()) {
        Ranges one = Ranges.just(Integer.parseInt(port.getKey()));
        boolean open = port.getValue().equals(new Json.Str("open"));
        boolean sure = !reach.sure().and(one).isEmpty();
        boolean maybe = !reach.maybe().and(one).isEmpty();
        boolean fits = open ? sure : !maybe;
        if (!fits && !(UNDECIDABLE.contains(ruleset) && kind.endsWith("4") && maybe && !sure)) {
          wrong.add(kind + "/" + port.getKey() + " open=" + open + " sure=" + sure);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @MethodSource("rulesets")
  void what_is_reported_is_never_less_open_than_the_truth(String ruleset) throws Exception {
    Json.Obj truth =
        (Json.Obj) JsonText.parse(Captures.text(Captures.MATRIX.resolve(ruleset + ".truth.json")));
    Firewall firewall = firewall(ruleset);
    check(truth, "4", firewall.ipv4());
    check(truth, "6", firewall.ipv6());
  }

  private static void check(Json.Obj truth, String family, Side side) {
    for (Protocol protocol : Protocol.values()) {
      for (var port :
          ((Json.Obj) truth.get(protocol.word() + family).orElseThrow()).members().entrySet()) {
        if (port.getValue().equals(new Json.Str("open"))) {
          int number = Integer.parseInt(port.getKey());
          assertTrue(
              side.inbound() == Inbound.OPEN
                  || side.inbound() == Inbound.UNKNOWN
                  || side.ports().stream().anyMatch(ports -> ports.contains(protocol, number)),
              () -> protocol + family + " " + number + " was reached, said " + side);
        }
      }
    }
  }

  /** The only word that is not the truth's: what no listing decides. */
  @Test
  void the_words_are_what_the_attacker_found() {
    var said = new TreeSet<String>();
    var wanted = new TreeSet<String>();
    for (String[] columns : truth()) {
      Firewall firewall = firewall(columns[0]);
      String four = UNDECIDABLE.contains(columns[0]) ? "unknown" : word(columns[3], columns[5]);
      wanted.add(columns[0] + " " + four + " " + word(columns[4], columns[6]));
      said.add(
          columns[0]
              + " "
              + firewall.ipv4().inbound().word()
              + " "
              + firewall.ipv6().inbound().word());
    }
    assertEquals(String.join("\n", wanted), String.join("\n", said));
  }

  /** The table's own words count TCP alone. */
  @Test
  void only_udp_makes_other_words_than_those_of_the_table() {
    var other = new TreeSet<String>();
    for (String[] columns : truth()) {
      String both = word(columns[3], columns[5]) + " " + word(columns[4], columns[6]);
      if (!both.equals(columns[1] + " " + columns[2])) {
        other.add(columns[0] + " " + both);
      }
    }
    assertEquals(Set.of("nft_not_22_drop open open", "nft_tcp_only_drop open open"), other);
  }

  /** Two of the ports that were knocked at are nobody's by name: those stand for any port. */
  private static String word(String tcp, String udp) {
    boolean any = List.of(tcp.split(",", -1)).containsAll(List.of("31337", "49152"));
    if (any || List.of(udp.split(",", -1)).contains("31337")) {
      return "open";
    }
    return tcp.equals("-") && udp.equals("-") ? "blocked" : "ports";
  }

  /** What a stranger gets further with who picks its port or address, or calls a group. */
  private static final Map<String, String> CRAFTED =
      Map.of(
          // Over IPv6 from a link-local address, which every neighbour has.
          "nft_lan_accept", "open open",
          // From port 53, to which answers are let out.
          "nft_output_drop", "open open",
          // mDNS and SSDP to their groups, and what comes from a DHCP server's port.
          "ufw_allow_lan", "open ports",
          "ufw_allow_on_vpn", "ports ports",
          "ufw_no_ipv6", "ports blocked",
          "ufw_reject_incoming", "ports ports");

  @Test
  void a_crafted_call_reaches_more_in_these_rulesets_and_in_no_other() {
    var said = new TreeSet<String>();
    for (String ruleset : rulesets()) {
      Firewall firewall = firewall(ruleset);
      String ordinary = firewall.ipv4().inbound().word() + " " + firewall.ipv6().inbound().word();
      String crafted =
          firewall.ipv4().crafted().inbound().word()
              + " "
              + firewall.ipv6().crafted().inbound().word();
      if (!crafted.equals(ordinary)) {
        said.add(ruleset + " " + crafted);
      }
    }
    assertEquals(
        CRAFTED.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.toCollection(TreeSet::new)),
        said);
  }

  private static List<String[]> truth() {
    return Captures.text(Captures.MATRIX.resolve("TRUTH.tsv"))
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static Firewall firewall(String ruleset) {
    return ((Known<Firewall>) LinuxFirewall.read(Captures.machine(ruleset), Optional.empty()))
        .value();
  }

  private static Rules rules(String ruleset) {
    return ((Known<Rules>) Rules.read(Captures.machine(ruleset))).value();
  }

  static Link wlan0() {
    return ((Known<List<Link>>)
            IpAddr.read(Captures.said(Captures.FOLDER.resolve("ip-addr-wlan0-vpn0.json"))))
        .value().stream().filter(link -> link.name().equals("wlan0")).findFirst().orElseThrow();
  }

  private static Scene attacker(Link link, String kind) {
    boolean v6 = kind.endsWith("6");
    Ranges own = Addresses.parse(v6 ? "fd77::10" : "10.77.0.10").orElseThrow();
    return new Scene(
        link,
        List.of(link),
        v6,
        kind.startsWith("tcp") ? Protocol.TCP : Protocol.UDP,
        Scene.Aim.THIS_LAPTOP,
        Addresses.parse(v6 ? "fd77::66" : "10.77.0.66").orElseThrow(),
        Ranges.of(32768, 60999),
        own,
        own,
        Optional.of(false),
        Optional.of(Set.of()));
  }
}
