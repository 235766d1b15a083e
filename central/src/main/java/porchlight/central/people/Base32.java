package porchlight.central.people;

/** Bytes as letters and digits that can be read out (RFC 4648), without padding. */
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int waiting = 0;
    for (byte one : bytes) {
      bits = (bits << 8 | (one & 0xff)) & 0xfff;
      waiting += 8;
      while (waiting >= 5) {
        waiting -= 5;
        text.append(LETTERS.charAt((bits >> waiting) & 31));
      }
    }
    if (waiting > 0) {
      text.append(LETTERS.charAt((bits << (5 - waiting)) & 31));
    }
    return text.toString();
  }
}
