package porchlight.facts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses, {@code 192.168.0.0/16} or one address alone; IPv4 and IPv6. */
public record Network(String text) {
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  public Network {
    if (parse(text).isEmpty()) {
      throw new IllegalArgumentException("not an address or a range of addresses: " + text);
    }
  }

  /** Whether {@code address} is in this range; false for what is no address. */
  public boolean contains(String address) {
    var bits = bits(address);
    var range = parse(text).orElseThrow();
    return bits.isPresent()
        && bits.get().length() == range.width()
        && bits.get().startsWith(range.prefix());
  }

  /** Whether that is an address in text form; no name is ever looked up. */
  public static boolean isAddress(String text) {
    return bytes(text).isPresent();
  }

  private static Optional<Range> parse(String text) {
    int slash = text.indexOf('/');
    var bits = bits(slash < 0 ? text : text.substring(0, slash));
    if (bits.isEmpty()) {
      return Optional.empty();
    }
    int width = bits.get().length();
    String length = slash < 0 ? Integer.toString(width) : text.substring(slash + 1);
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > width) {
      return Optional.empty();
    }
    return Optional.of(new Range(width, bits.get().substring(0, Integer.parseInt(length))));
  }

  /** The address as 32 or 128 zeros and ones. */
  private static Optional<String> bits(String address) {
    return bytes(address)
        .map(bytes -> {
          var bits = new StringBuilder();
          for (byte b : bytes) {
            bits.append(Integer.toBinaryString((b & 0xff) | 0x100).substring(1));
          }
          return bits.toString();
        });
  }

  private static Optional<byte[]> bytes(String address) {
    var four = IPV4.matcher(address);
    boolean isFour = four.matches();
    if (!isFour && !IPV6.matcher(address).matches()) {
      return Optional.empty();
    }
    for (int i = 1; isFour && i <= 4; i++) {
      if (Integer.parseInt(four.group(i)) > 255) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException notOne) {
      return Optional.empty();
    }
  }

  private record Range(int width, String prefix) {}
}
