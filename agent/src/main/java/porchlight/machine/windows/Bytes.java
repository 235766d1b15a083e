package porchlight.machine.windows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Windows wrote into memory, read at byte offsets. Pointers in it lead into the same piece of
 * memory, which began at {@code base}; one that leads elsewhere, or past the end, is {@link
 * IndexOutOfBoundsException}.
 */
final class Bytes {
  private static final int INET = 2;
  private static final int INET6 = 23;

  private final ByteBuffer bytes;
  private final long base;

  Bytes(byte[] bytes, long base) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.base = base;
  }

  Bytes(byte[] bytes) {
    this(bytes, 0);
  }

  int length() {
    return bytes.capacity();
  }

  int u8(int at) {
    return bytes.get(at) & 0xff;
  }

  int u16(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  int i32(int at) {
    return bytes.getInt(at);
  }

  long u32(int at) {
    return bytes.getInt(at) & 0xffffffffL;
  }

  long i64(int at) {
    return bytes.getLong(at);
  }

  /** Where a pointer leads; -1 for none. */
  int pointer(int at) {
    long pointer = bytes.getLong(at);
    if (pointer == 0) {
      return -1;
    }
    long offset = pointer - base;
    if (offset < 0 || offset >= bytes.capacity()) {
      throw new IndexOutOfBoundsException("a pointer that leads elsewhere");
    }
    return (int) offset;
  }

  byte[] slice(int at, int length) {
    if (at < 0 || length < 0 || length > bytes.capacity() - at) {
      throw new IndexOutOfBoundsException("past the end");
    }
    return Arrays.copyOfRange(bytes.array(), at, at + length);
  }

  /** A text in a field of so many characters, or up to its end. */
  String wide(int at, int most) {
    int length = 0;
    while (length < most && u16(at + 2 * length) != 0) {
      length++;
    }
    return new String(slice(at, 2 * length), StandardCharsets.UTF_16LE);
  }

  /** A text that a pointer leads to; empty for none. */
  String wideAt(int at) {
    int text = pointer(at);
    return text < 0 ? "" : wide(text, bytes.capacity());
  }

  /** A text of one byte a character that a pointer leads to. */
  String narrowAt(int at) {
    int text = pointer(at);
    if (text < 0) {
      return "";
    }
    int length = 0;
    while (u8(text + length) != 0) {
      length++;
    }
    return new String(slice(text, length), StandardCharsets.ISO_8859_1);
  }

  /** {@code {01234567-89AB-CDEF-0123-456789ABCDEF}}. */
  String guid(int at) {
    var out = new StringBuilder();
    out.append(String.format("{%08X-%04X-%04X-", i32(at), u16(at + 4), u16(at + 6)));
    for (int i = 8; i < 16; i++) {
      out.append(String.format("%02X", u8(at + i))).append(i == 9 ? "-" : "");
    }
    return out.append('}').toString();
  }

  /** {@code 00:11:22:33:44:55}; empty for none. */
  String hardware(int at, int length) {
    var out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(i == 0 ? "" : ":").append(String.format("%02x", u8(at + i)));
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** A SOCKADDR_IN or SOCKADDR_IN6; empty for any other. */
  String socketAddress(int at) {
    return switch (u16(at)) {
      case INET -> address(at + 4, 4, 0);
      case INET6 -> address(at + 8, 16, u32(at + 24));
      default -> "";
    };
  }

  /** Raw bytes of an address; the number of the link for one that is only known there. */
  String address(int at, int length, long scope) {
    try {
      InetAddress address = InetAddress.getByAddress(slice(at, length));
      String text = address.getHostAddress();
      return length == 16 && address.isLinkLocalAddress() && scope != 0 ? text + "%" + scope : text;
    } catch (UnknownHostException wrongLength) {
      throw new IllegalArgumentException(wrongLength);
    }
  }
}
