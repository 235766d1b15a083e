package porchlight.machine.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Memory as Windows would write it, put together by offsets of its documentation. */
final class Composed {
  static final long BASE = 0x7ff0_0000_1000L;

  private final ByteBuffer bytes;

  Composed(int length) {
    bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  Composed u8(int at, int value) {
    bytes.put(at, (byte) value);
    return this;
  }

  Composed i32(int at, int value) {
    bytes.putInt(at, value);
    return this;
  }

  Composed wide(int at, String text) {
    bytes.put(at, text.getBytes(StandardCharsets.UTF_16LE));
    return this;
  }

  Composed narrow(int at, String text) {
    bytes.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Composed hex(int at, String hex) {
    bytes.put(at, HexFormat.of().parseHex(hex));
    return this;
  }

  /** A pointer to another place in it. */
  Composed pointer(int at, int to) {
    bytes.putLong(at, BASE + to);
    return this;
  }

  /** SOCKADDR_IN. */
  Composed ipv4(int at, String hex) {
    bytes.putShort(at, (short) 2);
    return hex(at + 4, hex);
  }

  /** SOCKADDR_IN6. */
  Composed ipv6(int at, String hex, int scope) {
    bytes.putShort(at, (short) 23);
    return hex(at + 8, hex).i32(at + 24, scope);
  }

  Bytes done() {
    return new Bytes(bytes.array(), BASE);
  }
}
