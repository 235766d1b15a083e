package porchlight.machine;

import java.util.List;

/**
 * A range of IPv4 addresses that are not of the internet.
 *
 * @param first its first address
 * @param bits how many leading bits all of them share
 */
record PrivateRange(int first, int bits) {
  /** RFC 1918, 6598 and 3927. */
  static final List<PrivateRange> ALL =
      List.of(
          of("10.0.0.0", 8),
          of("172.16.0.0", 12),
          of("192.168.0.0", 16),
          of("100.64.0.0", 10),
          of("169.254.0.0", 16));

  /** What makers set in every telephone or router of a kind, and what a place is told by. */
  static final List<PrivateRange> MAKERS =
      List.of(
          of("172.20.10.0", 28),
          of("10.0.0.0", 24),
          of("192.168.8.0", 24),
          of("192.168.42.0", 24),
          of("192.168.43.0", 24),
          of("192.168.137.0", 24));

  private static PrivateRange of(String first, int bits) {
    return new PrivateRange(Dotted.bits(first), bits);
  }

  boolean holds(int address) {
    return (address ^ first) >>> (32 - bits) == 0;
  }
}
