package porchlight.machine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stand-ins for hardware addresses, for link-local addresses (which may hold a hardware address)
 * and for public addresses, but for those of well-known public resolvers, which are no secret and
 * are judged by; where it is asked for, for private addresses too. Of an IPv6 address the network
 * and the rest have their own, so that neighbours stay neighbours.
 */
final class Addresses {
  private static final Pattern MAC =
      Pattern.compile(
          "(?i)(?<![0-9a-f:-])([0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})(?![0-9a-f]|[:-][0-9a-f])");

  /** As nmcli prints it: its rows have bare colons between the fields, so these do not count. */
  private static final Pattern ESCAPED_MAC =
      Pattern.compile(
          "(?i)(?<![0-9a-f]|\\\\[:-])([0-9a-f]{2}(?:\\\\[:-][0-9a-f]{2}){5})(?![0-9a-f]|\\\\[:-])");

  /** As macOS writes them, without leading zeros. */
  private static final Pattern SHORT_MAC =
      Pattern.compile("(?i)(?<![0-9a-f:.%])([0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5})(?![0-9a-f:])");

  /** The names that systemd gives to links that come and go: {@code wlx001122334455}. */
  private static final Pattern LINK =
      Pattern.compile("(?<=(?<![0-9a-z])(?:en|wl|ww)x)([0-9a-f]{12})(?![0-9a-f])");

  /** Not a version such as {@code 1.2.3.4-1}, though a range of two addresses. */
  private static final Pattern IPV4 =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.]|[~+]|-(?!\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])))");

  private static final Pattern IPV6_GLOBAL =
      Pattern.compile(
          "(?i)(?<![0-9a-f:])([23][0-9a-f]{3}:[0-9a-f]{0,4}:[0-9a-f:]{0,30})(?![0-9a-f:])");
  private static final Pattern IPV6_LINK =
      Pattern.compile("(?i)(?<![0-9a-f:])(fe80:[0-9a-f:]{2,34})(?![0-9a-f:])");
  private static final Pattern IPV6_HOME =
      Pattern.compile("(?i)(?<![0-9a-f:])(f[cd][0-9a-f]{2}:[0-9a-f:]{1,34})(?![0-9a-f:])");

  /** Private, loopback, link-local, group and documentation addresses, the same in every home. */
  private static final Pattern NO_ONES =
      Pattern.compile(
          "0\\.|10\\.|127\\.|169\\.254\\.|172\\.(1[6-9]|2\\d|3[01])\\.|192\\.168\\.|192\\.0\\.[02]\\."
              + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.|198\\.1[89]\\.|198\\.51\\.100\\.|203\\.0\\.113\\."
              + "|2(2[4-9]|[34]\\d|5[0-5])\\.|(?i:2001:0?db8:)");

  private static final Set<String> PUBLIC_RESOLVERS =
      Set.of(
          "1.1.1.1",
          "1.0.0.1",
          "1.1.1.2",
          "1.1.1.3",
          "8.8.8.8",
          "8.8.4.4",
          "9.9.9.9",
          "149.112.112.112",
          "208.67.222.222",
          "208.67.220.220",
          "94.140.14.14",
          "94.140.15.15",
          "2606:4700:4700::1111",
          "2606:4700:4700::1001",
          "2001:4860:4860::8888",
          "2001:4860:4860::8844",
          "2620:fe::fe",
          "2620:fe::9");

  private final Map<String, Integer> seen = new HashMap<>();
  private final Predicate<String> kept;
  private final Set<String> ours = new HashSet<>();
  private final Optional<HomeAddresses> homes;

  /** Private addresses stay, which are the same in every home. */
  Addresses(Predicate<String> kept) {
    this(kept, Optional.empty());
  }

  /**
   * @param kept addresses that stay
   * @param homes what stands for private ones, where they do not
   */
  Addresses(Predicate<String> kept, Optional<HomeAddresses> homes) {
    this.kept = kept;
    this.homes = homes;
  }

  /** These addresses stay wherever they stand. */
  void keepAllIn(String text) {
    for (Pattern shape : List.of(IPV4, IPV6_GLOBAL)) {
      shape.matcher(text).results().forEach(found -> ours.add(found.group(1)));
    }
  }

  String of(String text) {
    String clean = replace(ESCAPED_MAC, text, this::mac);
    clean = replace(MAC, clean, this::mac);
    clean = replace(SHORT_MAC, clean, one -> one.length() == 17 ? one : mac(padded(one)));
    clean = replace(LINK, clean, this::mac);
    clean = replace(IPV6_LINK, clean, this::ipv6);
    clean = replace(IPV6_GLOBAL, clean, this::ipv6);
    clean = homes.isPresent() ? replace(IPV6_HOME, clean, this::ipv6) : clean;
    if (homes.isEmpty()) {
      return replace(IPV4, clean, this::ipv4);
    }
    clean = replace(IPV4, clean, address -> isPrivate(address) ? address : ipv4(address));
    return homes.get().of(clean);
  }

  /** To be told of all before anything is replaced. */
  void learn(String text) {
    homes.ifPresent(private4 -> private4.learn(text));
  }

  private boolean isPrivate(String address) {
    return homes.isPresent() && HomeAddresses.isPrivate(Dotted.bits(address));
  }

  /** What stands for an IPv4 address. */
  String ipv4(String address) {
    return ipv4(address, HomeAddresses.guessed(Dotted.bits(address)));
  }

  /** What stands for an IPv4 address, or for a network of that length. */
  String ipv4(String address, int prefix) {
    if (isPrivate(address) && !kept.test(address)) {
      return Dotted.text(homes.orElseThrow().of(Dotted.bits(address), prefix));
    }
    int n = isKept(address) ? 0 : number(address);
    return n == 0 ? address : "198.18." + (n / 256) + "." + (n % 256);
  }

  /** What stands for an IPv6 address: global, link-local or unique local. */
  String ipv6(String address) {
    boolean stays = isKept(address) || (homes.isEmpty() && address.matches("(?i)f[cd].*"));
    return stays ? address : SixStandIn.of(address, this::number);
  }

  /** Whether that IPv4 address was met. */
  boolean knows(String address) {
    return seen.containsKey(address)
        || homes.filter(met -> met.knows(Dotted.bits(address))).isPresent();
  }

  /** Twelve digits; for a thorough stand-in the maker stays, which a place is told by. */
  private String standIn(String digits) {
    boolean madeUp = (Character.digit(digits.charAt(1), 16) & 2) != 0;
    String head = homes.isEmpty() || madeUp ? "02005e00" : digits.substring(0, 6) + "f0";
    return head + String.format("%04x", number(digits));
  }

  private String mac(String address) {
    String digits = address.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    if (isNobodys(digits)) {
      return address;
    }
    String separator =
        address.substring(2, address.length() == 12 ? 2 : address.length() == 17 ? 3 : 4);
    return String.join(separator, pairs(standIn(digits)));
  }

  private static List<String> pairs(String digits) {
    return IntStream.range(0, 6).mapToObj(i -> digits.substring(2 * i, 2 * i + 2)).toList();
  }

  private static String padded(String address) {
    return String.join(
        ":",
        Stream.of(address.split(":", -1)).map(one -> one.length() == 1 ? "0" + one : one).toList());
  }

  private int number(String address) {
    return seen.computeIfAbsent(address, unused -> seen.size() + 1);
  }

  private boolean isKept(String address) {
    return PUBLIC_RESOLVERS.contains(address)
        || NO_ONES.matcher(address).lookingAt()
        || ours.contains(address)
        || kept.test(address);
  }

  /**
   * All zeros, all ones, and the addresses of groups and of routers that take turns are no
   * device's.
   */
  private static boolean isNobodys(String digits) {
    return digits.equals("000000000000")
        || digits.equals("ffffffffffff")
        || digits.startsWith("3333")
        || digits.startsWith("01005e")
        || digits.startsWith("00005e0001")
        || digits.startsWith("00005e0002")
        || digits.startsWith("00000c07ac")
        || digits.startsWith("0007b400");
  }

  private static String replace(Pattern shape, String text, UnaryOperator<String> standIn) {
    return StandIns.put(shape, text, found -> standIn.apply(found.group(1)));
  }
}
