package porchlight.facts;

import java.util.Optional;

/**
 * A range of addresses, {@code 192.168.0.0/16} or one address alone; IPv4 and IPv6.
 *
 * @param first some address in the range
 * @param prefix how many of its leading bits all of them share
 */
public record Network(IpAddress first, int prefix) {

  public Network {
    if (prefix < 0 || prefix > width(first)) {
      throw new IllegalArgumentException(first.text() + " has no prefix of " + prefix);
    }
  }

  /** The range of that text. */
  public static Optional<Network> of(String text) {
    int slash = text.indexOf('/');
    var first = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int prefix = slash < 0 ? width(first.get()) : number(text.substring(slash + 1));
    return prefix < 0 || prefix > width(first.get())
        ? Optional.empty()
        : Optional.of(new Network(first.get(), prefix));
  }

  /** Whether {@code address} is in this range; false for what is no address. */
  public boolean contains(String address) {
    return IpAddress.of(address).filter(this::contains).isPresent();
  }

  private boolean contains(IpAddress address) {
    if (address.isIpv4() != first.isIpv4()) {
      return false;
    }
    long high = address.high() ^ first.high();
    long low = address.low() ^ first.low();
    return first.isIpv4()
        ? low >>> (32 - prefix) == 0 || prefix == 0
        : isShared(high, Math.min(prefix, 64)) && isShared(low, Math.max(prefix - 64, 0));
  }

  private static boolean isShared(long difference, int bits) {
    return bits == 0 || difference >>> (64 - bits) == 0;
  }

  private static int width(IpAddress address) {
    return address.isIpv4() ? 32 : 128;
  }

  /** A number of up to three digits; -1 for what is none. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
