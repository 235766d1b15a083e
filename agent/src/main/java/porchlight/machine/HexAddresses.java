package porchlight.machine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as the kernel's tables of sockets write them: hexadecimal, every four bytes in the
 * machine's own order, then a colon and the port.
 */
final class HexAddresses {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![0-9A-F])([0-9A-F]{8})(?=:[0-9A-F]{4}\\b)");
  private static final Pattern IPV6 =
      Pattern.compile("(?<![0-9A-F])([0-9A-F]{32})(?=:[0-9A-F]{4}\\b)");

  private HexAddresses() {}

  static String of(String text, Addresses addresses) {
    String clean =
        IPV6.matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(six(found.group(1), addresses)));
    return IPV4.matcher(clean)
        .replaceAll(found -> Matcher.quoteReplacement(four(found.group(1), addresses)));
  }

  private static String four(String hex, Addresses addresses) {
    var dotted = new StringBuilder();
    for (int i = 6; i >= 0; i -= 2) {
      dotted
          .append(dotted.isEmpty() ? "" : ".")
          .append(Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    String address = dotted.toString();
    String standIn = addresses.ipv4(address);
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
    boolean local = plain.startsWith("FE8");
    if (!local && plain.charAt(0) != '2' && plain.charAt(0) != '3') {
      return plain.startsWith("00000000000000000000FFFF")
          ? hex.substring(0, 24) + four(hex.substring(24), addresses)
          : hex;
    }
    String written = String.join(":", plain.toLowerCase(Locale.ROOT).split("(?<=\\G.{4})", -1));
    String standIn = local ? addresses.local(written) : addresses.ipv6(written);
    if (standIn.equals(written)) {
      return hex;
    }
    String tail = standIn.substring(standIn.indexOf("::") + 2);
    int colon = tail.indexOf(':');
    int number =
        Integer.parseInt(tail.substring(0, colon), 16) << 16
            | Integer.parseInt(tail.substring(colon + 1), 16);
    String head = local ? "FE80" + "0".repeat(20) : "20010DB8" + "0".repeat(16);
    return swapped(head + String.format("%08X", number));
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
