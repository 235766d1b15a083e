package porchlight.gather.linux.live;

import java.util.ArrayList;
import java.util.List;

/** Rulesets that nobody thought of: nft's grammar, thrown with dice. The same seed is the same. */
final class RandomNft {
  private static final String[] LINKS = {
    "\"wlan0\"",
    "\"vpn0\"",
    "\"wl*\"",
    "\"eth*\"",
    "\"lo\"",
    "{ \"lo\", \"vpn0\" }",
    "{ \"wlan0\" }"
  };
  private static final String[] STATES = {
    "new",
    "established",
    "established,related",
    "invalid",
    "new,invalid",
    "untracked",
    "related,new"
  };

  private final Dice dice;
  private final StringBuilder out = new StringBuilder();
  private String family = "inet";
  private List<String> calls = List.of();
  private boolean raw;

  /** What a rule has already said of its protocol and family; nft refuses a second, other word. */
  private boolean portSaid;

  private boolean addressSaid;

  RandomNft(long seed) {
    dice = new Dice(seed);
  }

  /** A whole ruleset, as {@code nft -f} takes it. */
  String text() {
    int tables = 1 + dice.below(2);
    for (int i = 0; i < tables; i++) {
      table(i);
    }
    return out.toString();
  }

  private void table(int number) {
    family = dice.one("inet", "inet", "inet", "ip", "ip6");
    out.append("table ").append(family).append(" t").append(number).append(" {\n");
    out.append("  set ports { type inet_service; flags interval; elements = { ")
        .append(dice.ports())
        .append(" } }\n");
    out.append("  set links { type ifname; elements = { \"lo\", ")
        .append(dice.one("\"wlan0\"", "\"vpn0\"", "\"tun7\""))
        .append(" } }\n");
    if (!family.equals("ip6")) {
      out.append("  set four { type ipv4_addr; flags interval; elements = { ")
          .append(dice.one("10.66.0.0/24", "10.66.0.200", "192.168.0.0/16, 10.99.0.0/24"))
          .append(" } }\n");
    }
    if (!family.equals("ip")) {
      out.append("  set six { type ipv6_addr; flags interval; elements = { ")
          .append(dice.one("fd66::/64", "fe80::/10", "fd66::200, 2001:db8::/32"))
          .append(" } }\n");
    }
    out.append("  map fate { type inet_service : verdict; flags interval; elements = { ")
        .append(
            dice.one("22 : accept", "443 : drop", "1024-65535 : accept", "53 : drop, 137 : accept"))
        .append(" } }\n");
    if (!family.equals("ip6")) {
      out.append("  set pairs { type ipv4_addr . inet_service; flags interval; elements = { ")
          .append(dice.one("10.66.0.0/24 . 22", "10.66.0.66 . 1024-65535, 10.66.0.200 . 80"))
          .append(" } }\n");
    }
    int chains = dice.below(4);
    raw = false;
    // A later chain is called by an earlier one only, so that none goes round in circles.
    var known = new ArrayList<String>();
    for (int i = chains; i-- > 0; ) {
      calls = List.copyOf(known);
      out.append("  chain c").append(i).append(" {\n");
      rules(3);
      out.append("  }\n");
      known.add("c" + i);
    }
    calls = List.copyOf(known);
    base("in", "input", dice.one("0", "-10", "10", "filter"));
    if (dice.below(4) == 0) {
      base("in2", "input", dice.one("5", "-150", "100"));
    }
    if (dice.below(4) == 0) {
      raw = true;
      base("pre", "prerouting", dice.one("-300", "-200", "mangle", "-300", "-150"));
      raw = false;
    }
    if (family.equals("inet") && dice.below(5) == 0) {
      raw = true;
      base("first", "ingress device \"" + dice.one("wlan0", "wlan0", "vpn0") + "\"", "0");
      raw = false;
    }
    if (dice.below(6) == 0) {
      base("out", "output", dice.one("0", "-300", "100"));
    }
    out.append("}\n");
  }

  private void base(String name, String hook, String priority) {
    boolean shut = !hook.equals("prerouting") && !hook.startsWith("ingress") && dice.below(5) < 3;
    out.append("  chain ")
        .append(name)
        .append(" {\n    type filter hook ")
        .append(hook)
        .append(" priority ")
        .append(priority)
        .append("; policy ")
        .append(shut ? "drop" : "accept")
        .append(";\n");
    if (hook.equals("output") || (shut && dice.below(3) > 0)) {
      out.append("    ct state ")
          .append(dice.one("established,related", "established", "{ established, related, new }"))
          .append(" accept\n");
    }
    rules(5);
    out.append("  }\n");
  }

  private void rules(int most) {
    int rules = 1 + dice.below(most);
    for (int i = 0; i < rules; i++) {
      out.append("    ").append(rule()).append('\n');
    }
  }

  private String rule() {
    var words = new StringBuilder();
    portSaid = false;
    addressSaid = false;
    int matches = dice.below(3);
    for (int i = 0; i < matches; i++) {
      words.append(match()).append(' ');
    }
    if (dice.below(5) == 0) {
      words
          .append(
              dice.one(
                  "counter",
                  "counter",
                  "log prefix \"seen \"",
                  "meta mark set 0x7",
                  "meta mark set meta mark | 0x8",
                  "ct mark set 0x7"))
          .append(' ');
    }
    return words + verdict();
  }

  private String verdict() {
    int cast = dice.below(20);
    if (cast < 7) {
      return "accept";
    }
    if (cast < 11) {
      return "drop";
    }
    if (cast < 12) {
      return raw ? "drop" : reject();
    }
    if (cast < 14) {
      return "return";
    }
    if (cast < 17 && !calls.isEmpty()) {
      return dice.one("jump ", "jump ", "goto ") + dice.one(calls);
    }
    if (cast < 18) {
      return portSaid ? "accept" : "tcp dport vmap { 443 : accept, 1024-65535 : " + plain() + " }";
    }
    if (cast < 19 && !portSaid && dice.even()) {
      return dice.one("tcp", "udp") + " dport vmap @fate";
    }
    if (cast < 19 && !portSaid) {
      return "meta l4proto vmap { tcp : " + plain() + ", udp : " + plain() + " }";
    }
    return raw ? "continue" : "ct state vmap { new : " + plain() + ", established : accept }";
  }

  /** nft's listings leave out conditions that a rejection implies, and some that it does not. */
  private String reject() {
    if (!family.equals("inet")) {
      return portSaid ? "reject" : "meta l4proto tcp reject with tcp reset";
    }
    String only = addressSaid ? "" : dice.one("", "meta nfproto ipv4 ", "meta nfproto ipv6 ");
    if (!portSaid && dice.even()) {
      return only + dice.one("meta l4proto tcp ", "tcp dport != 22 ") + "reject with tcp reset";
    }
    return only + dice.one("reject", "reject with icmpx type admin-prohibited");
  }

  /** A verdict that fits into a map. */
  private String plain() {
    return calls.isEmpty() || dice.below(3) > 0
        ? dice.one("accept", "drop", "return", "continue")
        : "jump " + dice.one(calls);
  }

  private String match() {
    String not = dice.below(4) == 0 ? "!= " : "";
    int cast = dice.below(20);
    boolean port = (cast >= 3 && cast <= 8) || cast >= 17;
    boolean address = cast == 9 || cast == 10 || cast == 13;
    if ((port && portSaid) || (address && addressSaid)) {
      return "meta length > 20";
    }
    portSaid |= port;
    addressSaid |= address;
    return switch (cast) {
      case 0, 1 -> "iifname " + not + dice.one(LINKS);
      case 2 -> "iifname " + not + "@links";
      case 3, 4 -> "tcp dport " + not + ports();
      case 5, 6 -> "udp dport " + not + ports();
      case 7 -> "meta l4proto { tcp, udp } th dport " + not + ports();
      case 8 -> "meta l4proto " + not + dice.one("tcp", "udp", "{ tcp, icmp }", "{ udp, tcp }");
      case 9, 10 -> address(not);
      case 11 -> raw ? "meta length > 20" : "ct state " + dice.one(STATES);
      case 13 -> inet("meta nfproto " + not + dice.one("ipv4", "ipv6"));
      case 14 ->
          "fib daddr type " + dice.one("local", "broadcast", "multicast", "{ local, unicast }");
      case 12 -> pairs(not);
      case 15 -> "meta pkttype " + dice.one("host", "broadcast", "{ host, multicast }");
      case 16 ->
          dice.even()
              ? "meta mark " + dice.one("0x7", "!= 0x7", "0x0", "& 0x8 == 0x8", "and 0x1 != 0x1")
              : inet("meta protocol " + not + dice.one("ip", "ip6"));
      case 17 ->
          "tcp flags "
              + dice.one("syn", "& (fin | syn | rst | ack) == syn", "& (syn | ack) == ack");
      case 18, 19 ->
          "meta l4proto { tcp, udp } th sport " + dice.one("1024-65535", "53", "!= 1-1023");
      default -> throw new IllegalStateException("no such side of the dice: " + cast);
    };
  }

  private String pairs(String not) {
    if (family.equals("ip6") || portSaid || addressSaid) {
      return "meta length > 20";
    }
    portSaid = true;
    addressSaid = true;
    return dice.one("ip saddr . tcp dport ", "ip saddr . udp dport ")
        + not
        + dice.one(
            "@pairs", "{ 10.66.0.66 . 22, 10.66.0.200 . 443 }", "{ 10.66.0.0/24 . 1024-65535 }");
  }

  private String inet(String words) {
    return family.equals("inet") ? words : "meta length > 20";
  }

  private String address(String not) {
    boolean four = family.equals("ip") || (family.equals("inet") && dice.even());
    return four
        ? "ip "
            + dice.one("saddr ", "saddr ", "daddr ")
            + not
            + dice.one(
                "@four", "10.66.0.0/24", "{ 10.66.0.66, 10.99.0.1 }", "10.66.0.10", "10.0.0.0/8")
        : "ip6 "
            + dice.one("saddr ", "saddr ", "daddr ")
            + not
            + dice.one("@six", "fd66::/64", "{ fd66::66, fe80::/10 }", "fd66::10", "fc00::/7");
  }

  private String ports() {
    return switch (dice.below(5)) {
      case 0 -> "@ports";
      case 1 -> wide();
      case 2 -> "{ " + dice.ports() + " }";
      default -> String.valueOf(dice.port());
    };
  }

  private String wide() {
    return dice.one("1024-65535", "1-60000", "2000-64000", "0-65535");
  }
}
