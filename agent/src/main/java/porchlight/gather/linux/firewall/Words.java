package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers behind the words that nft and iptables print. */
final class Words {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}|0x[0-9a-fA-F]{1,32}");
  private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}");
  private static final int NAME_BYTES = 16;

  private static final Map<String, Integer> NFPROTO = Map.of("ipv4", 2, "ipv6", 10);
  private static final Map<String, Integer> ETHERTYPE =
      Map.of("ip", 0x800, "arp", 0x806, "ip6", 0x86dd, "vlan", 0x8100, "8021q", 0x8100);
  private static final Map<String, Integer> PROTOCOL =
      Map.ofEntries(
          Map.entry("hopopt", 0),
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("ipencap", 4),
          Map.entry("tcp", 6),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("ipv6", 41),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("ipv6-icmp", 58),
          Map.entry("icmpv6", 58),
          Map.entry("ospf", 89),
          Map.entry("comp", 108),
          Map.entry("ipcomp", 108),
          Map.entry("vrrp", 112),
          Map.entry("l2tp", 115),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));
  private static final Map<String, Integer> PKTTYPE =
      Map.of("host", 0, "unicast", 0, "broadcast", 1, "multicast", 2, "other", 3);
  private static final Map<String, Integer> GROUP = Map.of("default", 0);
  private static final Map<String, Integer> IFTYPE =
      Map.of("ether", 1, "ppp", 512, "ipip", 768, "ipip6", 769, "loopback", 772, "sit", 776);
  private static final Map<String, Integer> CTSTATE =
      Map.of("invalid", 1, "established", 2, "related", 4, "new", 8, "untracked", 64);
  private static final Map<String, Integer> CTSTATUS =
      Map.of(
          "expected",
          1,
          "seen-reply",
          2,
          "assured",
          4,
          "confirmed",
          8,
          "snat",
          16,
          "dnat",
          32,
          "dying",
          512);
  private static final Map<String, Integer> DIRECTION = Map.of("original", 0, "reply", 1);
  private static final Map<String, Integer> ADDRTYPE =
      Map.of(
          "unspec",
          0,
          "unicast",
          1,
          "local",
          2,
          "broadcast",
          3,
          "anycast",
          4,
          "multicast",
          5,
          "blackhole",
          6,
          "unreachable",
          7,
          "prohibit",
          8);
  private static final Map<String, Integer> TCPFLAGS =
      Map.of(
          "fin", 1, "syn", 2, "rst", 4, "psh", 8, "ack", 16, "urg", 32, "ecn", 64, "ece", 64, "cwr",
          128);
  private static final Map<String, Integer> DSCP =
      Map.ofEntries(
          Map.entry("cs0", 0),
          Map.entry("df", 0),
          Map.entry("be", 0),
          Map.entry("lephb", 1),
          Map.entry("le", 1),
          Map.entry("cs1", 8),
          Map.entry("af11", 10),
          Map.entry("af12", 12),
          Map.entry("af13", 14),
          Map.entry("af21", 18),
          Map.entry("af22", 20),
          Map.entry("af23", 22),
          Map.entry("af31", 26),
          Map.entry("af32", 28),
          Map.entry("af33", 30),
          Map.entry("af41", 34),
          Map.entry("af42", 36),
          Map.entry("af43", 38),
          Map.entry("cs2", 16),
          Map.entry("cs3", 24),
          Map.entry("cs4", 32),
          Map.entry("cs5", 40),
          Map.entry("cs6", 48),
          Map.entry("cs7", 56),
          Map.entry("va", 44),
          Map.entry("ef", 46));

  private Words() {}

  /** What one word means for a field; empty when it is not known, which is never a guess. */
  static Optional<Ranges> meaning(Field field, String word) {
    Optional<Ranges> named =
        switch (field.kind) {
          case NUMBER -> Optional.empty();
          case ADDRESS -> Addresses.parse(word);
          case MAC -> mac(word);
          case NAME -> Optional.of(name(word));
          case NFPROTO -> in(NFPROTO, word);
          case ETHERTYPE -> in(ETHERTYPE, word);
          case PROTOCOL -> in(PROTOCOL, word);
          case DSCP -> in(DSCP, word);
          case TCPFLAGS -> in(TCPFLAGS, word);
          case PKTTYPE -> in(PKTTYPE, word);
          case GROUP -> in(GROUP, word);
          case IFTYPE -> in(IFTYPE, word);
          case CTSTATE -> in(CTSTATE, word);
          case CTSTATUS -> in(CTSTATUS, word);
          case DIRECTION -> in(DIRECTION, word);
          case ADDRTYPE -> in(ADDRTYPE, word);
        };
    if (named.isPresent() || field.kind == Field.Kind.ADDRESS || field.kind == Field.Kind.MAC) {
      return named;
    }
    return number(word).map(Ranges::just);
  }

  /** Decimal, or hexadecimal behind {@code 0x}. */
  static Optional<BigInteger> number(String word) {
    if (!NUMBER.matcher(word).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        word.startsWith("0x") ? new BigInteger(word.substring(2), 16) : new BigInteger(word));
  }

  /** An interface's name; one that ends in {@code *} stands for all that begin so. */
  static Ranges name(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    boolean open = word.endsWith("*") && !word.endsWith("\\*");
    int length = Math.min(open ? bytes.length - 1 : bytes.length, NAME_BYTES);
    var first = new byte[NAME_BYTES];
    System.arraycopy(bytes, 0, first, 0, length);
    BigInteger low = new BigInteger(1, first);
    if (!open) {
      return Ranges.just(low);
    }
    BigInteger rest = BigInteger.ONE.shiftLeft(8 * (NAME_BYTES - length)).subtract(BigInteger.ONE);
    return Ranges.of(low, low.add(rest));
  }

  private static Optional<Ranges> mac(String word) {
    return MAC.matcher(word).matches()
        ? Optional.of(Ranges.just(new BigInteger(word.replace(":", ""), 16)))
        : Optional.empty();
  }

  private static Optional<Ranges> in(Map<String, Integer> table, String word) {
    return Optional.ofNullable(table.get(word)).map(Ranges::just);
  }
}
