package porchlight.central.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that somebody comes from, in one spelling.
 *
 * @param network what they are limited by: the address, of IPv6 the first 64 bits, within which
 *     everybody can take as many addresses as they like
 */
record RemoteAddress(String address, String network) {
  private static final int LONGEST = 80;
  private static final int NETWORK_BYTES = 8;
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** Also with a port, as some front ends say it. */
  private static final Pattern V4 =
      Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3})(?::\\d{1,5})?");

  /** Also with a zone, in brackets, and with a port behind these. */
  private static final Pattern V6 =
      Pattern.compile("\\[?([0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:%[\\w.-]+)?(?:](?::\\d{1,5})?)?");

  /** The address that a text says; empty when it is none. Nothing is asked of the network. */
  static Optional<RemoteAddress> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return bare(V4, text).or(() -> bare(V6, text)).flatMap(RemoteAddress::parse);
  }

  private static Optional<String> bare(Pattern shape, String text) {
    Matcher matcher = shape.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<RemoteAddress> parse(String literal) {
    try {
      InetAddress address = InetAddress.getByName(literal);
      String spelled = address.getHostAddress();
      return Optional.of(
          new RemoteAddress(
              spelled,
              address instanceof Inet6Address
                  ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64"
                  : spelled));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
