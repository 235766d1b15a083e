package porchlight.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One table of a GVDB file, the form in which dconf and GSettings keep theirs (gvdb-format.h):
 * hashed keys, each given as the end of another one's, with a value or a table. Written by anybody,
 * so every number in it is held against the length of the file.
 */
final class Gvdb {
  private static final byte[] SIGNATURE = "GVariant".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 24;
  private static final int ITEM = 24;
  private static final int BLOOM_WORDS = (1 << 27) - 1;
  private static final int DEEPEST = 32;
  private static final int LONGEST_KEY = 512;

  private final ByteBuffer file;
  private final int items;
  private final int count;

  /** What is no such file, or one that was cut off or tampered with. */
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damaged(String what) {
      super(what);
    }
  }

  private Gvdb(ByteBuffer file, int start, int end) {
    this.file = file;
    if (start == end) {
      items = start;
      count = 0;
      return;
    }
    require(start >= HEADER && end - start >= 8 && end <= file.limit(), "a table outside");
    long bloom = file.getInt(start) & BLOOM_WORDS;
    long buckets = Integer.toUnsignedLong(file.getInt(start + 4));
    long first = start + 8L + 4 * bloom + 4 * buckets;
    require(first <= end && (end - first) % ITEM == 0, "a table of an odd length");
    items = (int) first;
    count = (end - items) / ITEM;
  }

  static Gvdb root(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    require(
        bytes.length >= HEADER && Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length)),
        "not such a file, or of the other byte order");
    require(file.getInt(8) == 0, "a version that is not known");
    return new Gvdb(file, file.getInt(16), file.getInt(20));
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new Damaged(what);
    }
  }

  /** The boxed value of that key. */
  Optional<byte[]> value(String key) {
    return find(key, 'v')
        .map(item -> {
          byte[] value = new byte[end(item) - start(item)];
          file.get(start(item), value);
          return value;
        });
  }

  /** The table of that key. */
  Optional<Gvdb> table(String key) {
    return find(key, 'H').map(item -> new Gvdb(file, start(item), end(item)));
  }

  private Optional<Integer> find(String key, char kind) {
    for (int i = 0; i < count; i++) {
      int item = items + ITEM * i;
      if (file.get(item + 14) == kind && endsAs(item, key) && name(i).equals(key)) {
        require(
            start(item) >= 0 && start(item) <= end(item) && end(item) <= file.limit(),
            "a value outside");
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  private int start(int item) {
    return file.getInt(item + 16);
  }

  private int end(int item) {
    return file.getInt(item + 20);
  }

  private boolean endsAs(int item, String key) {
    return key.endsWith(part(item));
  }

  /** The whole key: those of the items it hangs on, and its own. */
  private String name(int index) {
    var name = new StringBuilder();
    int at = index;
    for (int depth = 0; at != -1; depth++) {
      require(at >= 0 && at < count && depth < DEEPEST, "a key that hangs on nothing");
      name.insert(0, part(items + ITEM * at));
      require(name.length() <= LONGEST_KEY, "a key that is too long");
      at = file.getInt(items + ITEM * at + 4);
    }
    return name.toString();
  }

  private String part(int item) {
    int start = file.getInt(item + 8);
    int length = Short.toUnsignedInt(file.getShort(item + 12));
    require(
        start >= 0 && length <= LONGEST_KEY && (long) start + length <= file.limit(),
        "a key outside");
    byte[] part = new byte[length];
    file.get(start, part);
    return new String(part, StandardCharsets.UTF_8);
  }
}
