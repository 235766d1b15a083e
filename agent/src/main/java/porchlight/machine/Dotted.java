package porchlight.machine;

import java.util.Locale;

/** IPv4 addresses as text and as bits. */
final class Dotted {
  private Dotted() {}

  /** The bits of a dotted address; of something else that looks like one, bits that are public. */
  static int bits(String dotted) {
    int bits = 0;
    for (String part : dotted.split("\\.", -1)) {
      int one = Integer.parseInt(part);
      if (one > 0xff) {
        return 0;
      }
      bits = bits << 8 | one;
    }
    return bits;
  }

  static String text(int bits) {
    return String.format(
        Locale.ROOT,
        "%d.%d.%d.%d",
        bits >>> 24,
        bits >>> 16 & 0xff,
        bits >>> 8 & 0xff,
        bits & 0xff);
  }
}
