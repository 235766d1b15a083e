package porchlight.gather.windows.firewall;

import java.util.Optional;
import porchlight.facts.IpAddress;

/**
 * Addresses as a rule of the firewall writes them: {@code 192.0.2.1}, {@code 192.0.2.0/24}, {@code
 * 192.0.2.0/255.255.255.0}, {@code 192.0.2.1-192.0.2.9}.
 *
 * @param last of the same family, and no less than the first
 */
record AddressRange(IpAddress first, IpAddress last) {
  private static final long LINK_LOCAL = 0x3fa; // fe80::/10
  private static final long LINK_LOCAL4 = 0xa9fe; // 169.254.0.0/16

  /** Empty for anything else. */
  static Optional<AddressRange> of(String text) {
    int slash = text.indexOf('/');
    int dash = text.indexOf('-');
    if (slash >= 0) {
      return IpAddress.of(text.substring(0, slash))
          .flatMap(first ->
              prefix(text.substring(slash + 1), first.isIpv4())
                  .map(prefix -> masked(first, prefix)));
    }
    var first = IpAddress.of(dash < 0 ? text : text.substring(0, dash));
    var last = dash < 0 ? first : IpAddress.of(text.substring(dash + 1));
    return first.flatMap(from ->
        last.filter(to -> from.isIpv4() == to.isIpv4() && compare(from, to) <= 0)
            .map(to -> new AddressRange(from, to)));
  }

  private static int compare(IpAddress one, IpAddress other) {
    int high = Long.compareUnsigned(one.high(), other.high());
    return high == 0 ? Long.compareUnsigned(one.low(), other.low()) : high;
  }

  /** A number of bits, or a mask of which the first bits are set. */
  private static Optional<Integer> prefix(String text, boolean isIpv4) {
    if (text.matches("\\d{1,3}")) {
      return Optional.of(Integer.parseInt(text)).filter(bits -> bits <= (isIpv4 ? 32 : 128));
    }
    return IpAddress.of(text)
        .filter(mask -> isIpv4 && mask.isIpv4())
        .map(IpAddress::low)
        .filter(mask -> (mask << Long.bitCount(mask) & 0xffff_ffffL) == 0)
        .map(Long::bitCount);
  }

  private static AddressRange masked(IpAddress address, int prefix) {
    if (address.isIpv4()) {
      long hosts = hosts(prefix + 32);
      return new AddressRange(
          IpAddress.ipv4(address.low() & ~hosts), IpAddress.ipv4(address.low() | hosts));
    }
    long high = hosts(Math.min(prefix, 64));
    long low = hosts(Math.max(prefix - 64, 0));
    return new AddressRange(
        new IpAddress(false, address.high() & ~high, address.low() & ~low),
        new IpAddress(false, address.high() | high, address.low() | low));
  }

  /** Those of 64 bits that are not among the first. */
  private static long hosts(int first) {
    return first == 64 ? 0 : -1L >>> first;
  }

  boolean isIpv4() {
    return first.isIpv4();
  }

  boolean isSingle() {
    return first.equals(last);
  }

  /** Whether nobody but this machine itself has any of them. */
  boolean isLoopback() {
    return first.isLoopback() && last.isLoopback();
  }

  /** Whether all of them are such as a machine gives itself. */
  boolean isLinkLocal() {
    return isLinkLocal(first) && isLinkLocal(last);
  }

  private static boolean isLinkLocal(IpAddress address) {
    return address.isIpv4()
        ? address.low() >>> 16 == LINK_LOCAL4
        : address.high() >>> 54 == LINK_LOCAL;
  }
}
