package porchlight.gather.linux.live;

import java.util.ArrayList;
import java.util.List;

/**
 * Rulesets that nobody thought of, by the commands of iptables: its two variants, both families,
 * thrown with dice. The same seed is the same.
 */
final class RandomIptables {

  private final Dice dice;
  private final StringBuilder out = new StringBuilder("set -e\n");
  private String tool = "";
  private boolean six;
  private boolean state;

  RandomIptables(long seed) {
    dice = new Dice(~seed);
  }

  /** A whole ruleset, as {@code sh} takes it. */
  String text() {
    String variant = dice.one("nft", "nft", "legacy");
    for (boolean v6 : new boolean[] {false, true}) {
      if (dice.below(8) == 0) {
        continue; // one family forgotten, as people do
      }
      six = v6;
      tool = (v6 ? "ip6tables-" : "iptables-") + variant + " -w";
      filter();
      if (dice.below(4) == 0) {
        before("mangle", dice.one("PREROUTING", "INPUT"), true);
      }
      if (dice.below(5) == 0) {
        before("raw", "PREROUTING", false);
      }
    }
    return out.toString();
  }

  private void filter() {
    state = true;
    int chains = dice.below(4);
    for (int i = 0; i < chains; i++) {
      say("-N C" + i);
    }
    List<String> known = new ArrayList<>();
    for (int i = chains; i-- > 0; ) {
      rules("filter", "C" + i, 3, known);
      known.add("C" + i);
    }
    if (dice.below(5) < 3) {
      say("-P INPUT DROP");
      say(
          "-A INPUT "
              + dice.one(
                  "-m conntrack --ctstate RELATED,ESTABLISHED", "-m state --state ESTABLISHED")
              + " -j ACCEPT");
    }
    rules("filter", "INPUT", 5, known);
    if (dice.below(6) == 0) {
      say("-P OUTPUT DROP");
      say(
          "-A OUTPUT -m conntrack --ctstate "
              + dice.one("ESTABLISHED", "NEW,ESTABLISHED")
              + " -j ACCEPT");
    }
  }

  private void before(String table, String chain, boolean tracked) {
    state = tracked;
    rules(table, chain, 3, List.of());
  }

  private void rules(String table, String chain, int most, List<String> calls) {
    int rules = 1 + dice.below(most);
    for (int i = 0; i < rules; i++) {
      say("-t " + table + " -A " + chain + " " + rule(table, calls));
    }
  }

  private String rule(String table, List<String> calls) {
    var words = new StringBuilder();
    String protocol = dice.one("", "", "-p tcp ", "-p udp ");
    words.append(protocol);
    if (!protocol.isEmpty() && dice.below(3) > 0) {
      words.append(port(protocol)).append(' ');
    }
    int matches = dice.below(3);
    var used = new ArrayList<Integer>();
    for (int i = 0; i < matches; i++) {
      int kind = dice.below(9);
      if (!used.contains(kind)) {
        used.add(kind);
        words.append(match(kind)).append(' ');
      }
    }
    return words + target(table, protocol, calls);
  }

  private String target(String table, String protocol, List<String> calls) {
    int cast = dice.below(12);
    if (cast < 5) {
      return "-j ACCEPT";
    }
    if (cast < 8) {
      return "-j DROP";
    }
    if (table.equals("filter") && cast < 9) {
      return "-j REJECT"
          + (protocol.contains("tcp") ? dice.one("", " --reject-with tcp-reset") : "");
    }
    if (cast < 10) {
      return "-j RETURN";
    }
    if (!calls.isEmpty()) {
      return dice.one("-j ", "-j ", "-g ") + dice.one(calls);
    }
    return switch (table) {
      case "mangle" -> "-j MARK --set-mark 0x7";
      case "raw" -> "-j " + dice.one("NOTRACK", "ACCEPT");
      default -> "-j LOG --log-prefix seen";
    };
  }

  private String port(String protocol) {
    String not = dice.below(4) == 0 ? "! " : "";
    return switch (dice.below(6)) {
      case 0 -> not + "--dport " + dice.one("1024:65535", "1:60000", ":1023", "2000:");
      case 1 ->
          "-m multiport "
              + not
              + "--dports "
              + dice.one("22,80,443", "53,5000:5400,8080", "1:65535");
      case 2 -> "-m multiport " + not + "--ports " + dice.one("22,80,443", "53,631");
      case 3 -> not + "--sport " + dice.one("1024:65535", "53", "1:1023");
      case 4 ->
          protocol.contains("tcp")
              ? dice.one("--syn", "! --syn", "--tcp-flags SYN,ACK SYN")
              : not + "--dport 53";
      default -> not + "--dport " + dice.port();
    };
  }

  private String match(int kind) {
    String not = dice.below(4) == 0 ? "! " : "";
    return switch (kind) {
      case 0 -> not + "-i " + dice.one("wlan0", "vpn0", "wl+", "lo", "eth+");
      case 1 ->
          not
              + "-s "
              + (six
                  ? dice.one("fd66::/64", "fd66::200", "fe80::/10")
                  : dice.one(
                      "10.66.0.0/24", "10.66.0.200", "10.0.0.0/255.0.0.0", "192.168.0.0/16"));
      case 2 ->
          not
              + "-d "
              + (six
                  ? dice.one("fd66::10", "fc00::/7", "ff00::/8")
                  : dice.one("10.66.0.10", "224.0.0.0/4", "10.66.0.0/24"));
      case 3 ->
          state
              ? "-m conntrack "
                  + not
                  + "--ctstate "
                  + dice.one("NEW", "ESTABLISHED", "INVALID", "NEW,RELATED", "UNTRACKED")
              : "-m length --length 20:1500";
      case 4 -> "-m mark " + not + "--mark " + dice.one("0x7", "0x0", "0x1/0x1");
      case 5 ->
          "-m addrtype "
              + not
              + "--dst-type "
              + dice.one(
                  "LOCAL",
                  "MULTICAST",
                  six ? "UNICAST" : "BROADCAST",
                  six ? "LOCAL" : "LOCAL,UNICAST");
      case 6 ->
          "-m pkttype "
              + not
              + "--pkt-type "
              + dice.one("host", "multicast", "unicast", "broadcast");
      case 7 -> "-m comment --comment \"-j ACCEPT 'x' \\\"y\\\"\"";
      default ->
          six
              ? "-m iprange " + not + "--src-range fd66::100-fd66::300"
              : "-m iprange "
                  + not
                  + "--src-range "
                  + dice.one("10.66.0.1-10.66.0.254", "10.66.0.100-10.66.0.255");
    };
  }

  private void say(String arguments) {
    out.append(tool).append(' ').append(arguments).append('\n');
  }
}
