package porchlight.installer.flat;

/** The checksum of POSIX' {@code cksum}: CRC-32 from the highest bit on, the length behind it. */
final class Checksum {
  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int[] TABLE = table();

  private Checksum() {}

  static int of(byte[] data) {
    int sum = 0;
    for (byte one : data) {
      sum = with(sum, one);
    }
    for (int length = data.length; length != 0; length >>>= 8) {
      sum = with(sum, length);
    }
    return ~sum;
  }

  private static int with(int sum, int next) {
    return (sum << 8) ^ TABLE[(sum >>> 24) ^ (next & 0xff)];
  }

  private static int[] table() {
    var table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int sum = value << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
      }
      table[value] = sum;
    }
    return table;
  }
}
