package porchlight.gather.linux.dns;

import java.util.Optional;
import porchlight.facts.IpAddress;

/** IPv4 addresses as inet_aton has always taken them: one to four parts, also in hex and octal. */
final class OldDotted {
  private OldDotted() {}

  static Optional<IpAddress> address(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 0; i < parts.length; i++) {
      int width = i == parts.length - 1 ? 8 * (5 - parts.length) : 8; // the last fills the rest
      var part = number(parts[i]);
      if (part.isEmpty() || part.get() >= 1L << width) {
        return Optional.empty();
      }
      bits = bits << width | part.get();
    }
    return Optional.of(IpAddress.ipv4(bits));
  }

  private static Optional<Long> number(String text) {
    if (text.matches("0[xX][0-9A-Fa-f]{1,8}")) {
      return Optional.of(Long.parseLong(text.substring(2), 16));
    }
    if (text.matches("0[0-7]{0,11}")) {
      return Optional.of(Long.parseLong(text, 8));
    }
    return text.matches("[1-9][0-9]{0,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
