package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as numbers. Read by hand: a library would look up what is not a literal. */
final class Addresses {
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private Addresses() {}

  /** The address, as a set of one. */
  static Optional<Ranges> parse(String word) {
    return number(word).map(Ranges::just);
  }

  static Optional<BigInteger> number(String word) {
    if (isV6(word)) {
      return V6.matcher(word).matches() ? v6(word) : Optional.empty();
    }
    return V4.matcher(word).matches() ? v4(word) : Optional.empty();
  }

  static boolean isV6(String word) {
    return word.indexOf(':') >= 0;
  }

  private static Optional<BigInteger> v4(String word) {
    BigInteger value = BigInteger.ZERO;
    for (String part : word.split("\\.", -1)) {
      int octet = Integer.parseInt(part);
      if (octet > 255) {
        return Optional.empty();
      }
      value = value.shiftLeft(8).or(BigInteger.valueOf(octet));
    }
    return Optional.of(value);
  }

  private static Optional<BigInteger> v6(String word) {
    String text = word;
    int dot = word.indexOf('.');
    if (dot >= 0) { // the last 32 bits may be written as IPv4
      int from = word.lastIndexOf(':') + 1;
      String tail = word.substring(from);
      if (from > dot || !V4.matcher(tail).matches() || v4(tail).isEmpty()) {
        return Optional.empty();
      }
      int low = v4(tail).get().intValue();
      text =
          word.substring(0, from)
              + Integer.toHexString(low >>> 16)
              + ":"
              + Integer.toHexString(low & 0xffff);
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, 8);
    }
    String head = text.substring(0, gap);
    String tail = text.substring(gap + 2);
    int tailGroups = tail.isEmpty() ? 0 : tail.split(":", -1).length;
    int headGroups = head.isEmpty() ? 0 : head.split(":", -1).length;
    if (headGroups + tailGroups > 7) {
      return Optional.empty();
    }
    return groups(head, headGroups)
        .flatMap(high ->
            groups(tail, tailGroups).map(low -> high.shiftLeft(16 * (8 - headGroups)).or(low)));
  }

  private static Optional<BigInteger> groups(String text, int count) {
    if (text.isEmpty()) {
      return count == 0 ? Optional.of(BigInteger.ZERO) : Optional.empty();
    }
    String[] parts = text.split(":", -1);
    BigInteger value = BigInteger.ZERO;
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 4) {
        return Optional.empty();
      }
      value = value.shiftLeft(16).or(new BigInteger(part, 16));
    }
    return parts.length == count ? Optional.of(value) : Optional.empty();
  }

  /** All addresses that share the first {@code length} bits; empty for a length that cannot be. */
  static Optional<Ranges> prefix(String address, long length) {
    int width = isV6(address) ? 128 : 32;
    if (length < 0 || length > width) {
      return Optional.empty();
    }
    return number(address).map(value -> prefix(value, (int) length, width));
  }

  static Ranges prefix(BigInteger value, int length, int width) {
    BigInteger rest = BigInteger.ONE.shiftLeft(width - length).subtract(BigInteger.ONE);
    BigInteger first = value.andNot(rest);
    return Ranges.of(first, first.or(rest));
  }
}
