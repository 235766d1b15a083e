package porchlight.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * What stands for an IPv6 address: a network of the documentation's (RFC 3849), or of the same kind
 * where it is link-local or unique local, and a number for the rest. What is 0 stays, so that a
 * network is one still, and so does what is below 256, as routers have it.
 */
final class SixStandIn {
  private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(?::0)+(?![0-9a-f])");
  private static final int HALF = 16;
  private static final int FIRST = 0x1000;
  private static final long TELLING = 0x100;

  private SixStandIn() {}

  /**
   * The stand-in.
   *
   * @param numbers gives the same thing the same number
   */
  static String of(String address, ToIntFunction<String> numbers) {
    String digits = digits(address);
    if (digits.isEmpty()) {
      return address;
    }
    String network = network(digits.substring(0, HALF), numbers);
    long rest = Long.parseUnsignedLong(digits.substring(HALF), 16);
    String shown =
        Long.toHexString(
            rest >= 0 && rest < TELLING
                ? rest
                : FIRST + numbers.applyAsInt("::" + digits.substring(HALF)));
    return network + (rest == 0 ? "" : shown);
  }

  private static String network(String network, ToIntFunction<String> numbers) {
    if (network.startsWith("fe8")) {
      return "fe80::";
    }
    String own = Integer.toHexString(numbers.applyAsInt(network + "::"));
    return (network.startsWith("f") ? "fd00:0:0:" : "2001:db8:0:") + own + "::";
  }

  /** The 32 digits of an address, small; none where it is no address. */
  static String digits(String address) {
    try {
      // A colon in it: so nothing is looked up.
      byte[] bytes =
          address.indexOf(':') < 0 ? new byte[0] : InetAddress.getByName(address).getAddress();
      return bytes.length == HALF ? HexFormat.of().formatHex(bytes) : "";
    } catch (UnknownHostException none) {
      return "";
    }
  }

  /** As it is usually written, the longest row of zeros left out (RFC 5952). */
  static String shortest(String written) {
    String bare = written.toLowerCase(Locale.ROOT).replaceAll("(^|:)0{1,3}", "$1");
    String longest = "";
    var zeros = ZEROS.matcher(bare);
    while (zeros.find()) {
      longest = zeros.group().length() > longest.length() ? zeros.group() : longest;
    }
    int at = longest.isEmpty() ? -1 : bare.indexOf(longest);
    return at < 0
        ? bare
        : (bare.substring(0, at).replaceFirst(":$", "")
            + "::"
            + bare.substring(at + longest.length()).replaceFirst("^:", ""));
  }
}
