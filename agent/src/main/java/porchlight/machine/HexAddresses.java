package porchlight.machine;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses as the kernel's tables write them: hexadecimal; those of sockets and of IPv4 routes
 * with every four bytes in the machine's own order, those of IPv6 addresses and routes as they are.
 */
final class HexAddresses {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![0-9A-F])([0-9A-F]{8})(?=:[0-9A-F]{4}\\b)");
  private static final Pattern IPV6 =
      Pattern.compile("(?<![0-9A-F])([0-9A-F]{32})(?=:[0-9A-F]{4}\\b)");

  private static final Pattern PLAIN =
      Pattern.compile("(?<![0-9a-fA-F])([0-9a-f]{32})(?![0-9a-fA-F:])");

  /** Of a route: where it leads, by whom, and how much of the first is the network. */
  private static final Pattern ROUTE =
      Pattern.compile(
          "(?m)^(\\S+\\t)([0-9A-F]{8})\\t([0-9A-F]{8})((?:\\t\\S+){4}\\t([0-9A-F]{8}))");

  private HexAddresses() {}

  static String of(String text, Addresses addresses) {
    String clean = StandIns.put(IPV6, text, found -> six(found.group(1), addresses));
    clean = StandIns.put(PLAIN, clean, found -> plain(found.group(1), addresses));
    clean =
        StandIns.put(
            ROUTE,
            clean,
            found ->
                found.group(1)
                    + four(found.group(2), Integer.bitCount(bits(found.group(5))), addresses)
                    + "\t"
                    + four(found.group(3), 32, addresses)
                    + found.group(4));
    return StandIns.put(IPV4, clean, found -> four(found.group(1), 32, addresses));
  }

  private static int bits(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }

  static String four(String hex, int prefix, Addresses addresses) {
    var dotted = new StringBuilder();
    for (int i = 6; i >= 0; i -= 2) {
      dotted
          .append(dotted.isEmpty() ? "" : ".")
          .append(Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    String address = dotted.toString();
    String standIn = addresses.ipv4(address, prefix);
    if (standIn.equals(address)) {
      return hex;
    }
    var out = new StringBuilder();
    String[] bytes = standIn.split("\\.", -1);
    for (int i = 3; i >= 0; i--) {
      out.append(String.format("%02X", Integer.parseInt(bytes[i])));
    }
    return out.toString();
  }

  private static String six(String hex, Addresses addresses) {
    String plain = swapped(hex);
    return plain.startsWith("00000000000000000000FFFF")
        ? hex.substring(0, 24) + four(hex.substring(24), 32, addresses)
        : swapped(plain(plain, addresses).toUpperCase(Locale.ROOT));
  }

  /** The same in the order of the network, in small letters. */
  static String plain(String hex, Addresses addresses) {
    boolean someones = "23fF".indexOf(hex.charAt(0)) >= 0 && !hex.substring(0, 2).matches("(?i)ff");
    if (!someones) {
      return hex;
    }
    String written = hex.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1:");
    return SixStandIn.digits(addresses.ipv6(SixStandIn.shortest(written)));
  }

  /** Every four bytes turned around. */
  private static String swapped(String hex) {
    var out = new StringBuilder();
    for (int word = 0; word < 32; word += 8) {
      for (int i = word + 6; i >= word; i -= 2) {
        out.append(hex, i, i + 2);
      }
    }
    return out.toString();
  }
}
