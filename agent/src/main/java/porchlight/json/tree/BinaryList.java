package porchlight.json.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The binary form of a property list, as CFBinaryPList.c describes it: objects that name each other
 * by number, a table of where they lie, and 32 bytes at the end that say where the table is.
 */
final class BinaryList {
  private static final byte[] MAGIC = "bplist00".getBytes(StandardCharsets.US_ASCII);
  private static final int TRAILER = 32;
  private static final int DEEPEST = 64;

  /** Objects may be named more than once: a small file could grow without an end. */
  private static final int MOST_OBJECTS = 500_000;

  /** Dates count from here. */
  private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

  private final ByteBuffer bytes;
  private final int offsetSize;
  private final int numberSize;
  private final long objects;
  private final int table;
  private int read;

  private BinaryList(ByteBuffer bytes) throws NotAList {
    this.bytes = bytes;
    int trailer = bytes.capacity() - TRAILER;
    require(trailer >= MAGIC.length);
    offsetSize = bytes.get(trailer + 6);
    numberSize = bytes.get(trailer + 7);
    objects = bytes.getLong(trailer + 8);
    long at = bytes.getLong(trailer + 24);
    require(isSize(offsetSize) && isSize(numberSize));
    require(objects > 0 && objects <= bytes.capacity() && at >= MAGIC.length && at < trailer);
    require(at + objects * offsetSize <= trailer);
    table = (int) at;
  }

  private static boolean isSize(int size) {
    return size >= 1 && size <= 8;
  }

  private static final class NotAList extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static boolean isOne(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Empty when it is not one whole property list. */
  static Optional<Json> of(byte[] bytes) {
    try {
      var list = new BinaryList(ByteBuffer.wrap(bytes));
      return Optional.of(list.object(list.bytes.getLong(bytes.length - 16), 0));
    } catch (NotAList | IndexOutOfBoundsException | DateTimeException | ArithmeticException not) {
      return Optional.empty();
    }
  }

  private Json object(long number, int depth) throws NotAList {
    require(number >= 0 && number < objects && depth < DEEPEST && read++ < MOST_OBJECTS);
    long where = unsigned(table + (int) number * offsetSize, offsetSize);
    require(where >= MAGIC.length && where < table);
    int at = (int) where;
    int marker = bytes.get(at) & 0xff;
    int low = marker & 0xf;
    return switch (marker >> 4) {
      case 0x0 -> simple(low);
      case 0x1 -> new Json.Num(Long.toString(whole(at + 1, 1 << low)));
      case 0x2 -> real(at + 1, 1 << low);
      case 0x3 -> date(bytes.getDouble(at + 1));
      case 0x4 -> new Json.Str(Base64.getEncoder().encodeToString(bytes(at, low, 1)));
      case 0x5 -> new Json.Str(new String(bytes(at, low, 1), StandardCharsets.US_ASCII));
      case 0x6 -> new Json.Str(new String(bytes(at, low, 2), StandardCharsets.UTF_16BE));
      case 0x8 -> new Json.Num(Long.toString(unsigned(at + 1, low + 1)));
      case 0xa -> array(numbers(at, low, 1), depth);
      case 0xd -> dictionary(numbers(at, low, 2), depth);
      default -> throw new NotAList();
    };
  }

  private static Json simple(int low) throws NotAList {
    return switch (low) {
      case 0x0 -> new Json.Null();
      case 0x8 -> new Json.Bool(false);
      case 0x9 -> new Json.Bool(true);
      default -> throw new NotAList();
    };
  }

  /** Those of eight bytes and more have a sign. */
  private long whole(int at, int size) throws NotAList {
    require(size == 1 || size == 2 || size == 4 || size == 8 || size == 16);
    return size < 8 ? unsigned(at, size) : bytes.getLong(at + size - 8);
  }

  private Json real(int at, int size) throws NotAList {
    require(size == 4 || size == 8);
    double value = size == 4 ? bytes.getFloat(at) : bytes.getDouble(at);
    return Double.isFinite(value) ? new Json.Num(Double.toString(value)) : new Json.Null();
  }

  private static Json date(double seconds) throws NotAList {
    require(Double.isFinite(seconds));
    return new Json.Str(EPOCH.plusSeconds((long) seconds).toString());
  }

  /** How many, and where they begin: fifteen stands for a whole number that follows. */
  private int[] count(int at, int low) throws NotAList {
    if (low < 0xf) {
      return new int[] {low, at + 1};
    }
    int marker = bytes.get(at + 1) & 0xff;
    int size = 1 << (marker & 0xf);
    require(marker >> 4 == 0x1 && size <= 8);
    long count = unsigned(at + 2, size);
    require(count >= 0 && count <= bytes.capacity());
    return new int[] {(int) count, at + 2 + size};
  }

  private byte[] bytes(int at, int low, int width) throws NotAList {
    int[] count = count(at, low);
    int length = Math.multiplyExact(count[0], width);
    require(length <= table - count[1]);
    var out = new byte[length];
    bytes.get(count[1], out);
    return out;
  }

  private List<Long> numbers(int at, int low, int each) throws NotAList {
    int[] count = count(at, low);
    int all = Math.multiplyExact(count[0], each);
    require((long) all * numberSize <= table - count[1]);
    var out = new ArrayList<Long>();
    for (int i = 0; i < all; i++) {
      out.add(unsigned(count[1] + i * numberSize, numberSize));
    }
    return out;
  }

  private Json array(List<Long> numbers, int depth) throws NotAList {
    var items = new ArrayList<Json>();
    for (long number : numbers) {
      items.add(object(number, depth + 1));
    }
    return new Json.Arr(items);
  }

  /** First all the keys, then all the values. */
  private Json dictionary(List<Long> numbers, int depth) throws NotAList {
    Map<String, Json> members = new LinkedHashMap<>();
    int half = numbers.size() / 2;
    for (int i = 0; i < half; i++) {
      Json key = object(numbers.get(i), depth + 1);
      Json value = object(numbers.get(half + i), depth + 1);
      require(key instanceof Json.Str name && members.put(name.value(), value) == null);
    }
    return new Json.Obj(members);
  }

  private long unsigned(int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | (bytes.get(at + i) & 0xff);
    }
    return value;
  }

  private static void require(boolean sound) throws NotAList {
    if (!sound) {
      throw new NotAList();
    }
  }
}
