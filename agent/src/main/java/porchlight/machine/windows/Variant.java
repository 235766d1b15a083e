package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VARIANT of 24 bytes: its kind at 0, its value at 8. */
final class Variant implements AutoCloseable {
  static final int SIZE = 24;

  private static final int I4 = 3;
  private static final int BSTR = 8;
  private static final int BOOL = 11;
  private static final int ARRAY = 0x2000;
  private static final int MOST = 10_000;

  private final Memory memory = new Memory(SIZE);

  Variant() {
    memory.clear();
  }

  static Variant of(int number) {
    var variant = new Variant();
    variant.memory.setShort(0, (short) I4);
    variant.memory.setInt(8, number);
    return variant;
  }

  static Variant of(boolean truth) {
    var variant = new Variant();
    variant.memory.setShort(0, (short) BOOL);
    variant.memory.setShort(8, (short) (truth ? -1 : 0));
    return variant;
  }

  static Variant of(String text) {
    var variant = new Variant();
    variant.memory.setShort(0, (short) BSTR);
    variant.memory.setPointer(8, string(text));
    return variant;
  }

  /** A BSTR, which whoever makes it frees. */
  static Pointer string(String text) {
    return Dll.function("oleaut32", "SysAllocString").invokePointer(new Object[] {Dll.wide(text)});
  }

  Pointer pointer() {
    return memory;
  }

  /** The object in it, which the variant owns; null when there is none. */
  @Nullable Pointer object() {
    int kind = memory.getShort(0);
    return kind == 9 || kind == 13 ? memory.getPointer(8) : null;
  }

  /** What it holds: Long, Boolean, String, Instant as text, a List of them; null for nothing. */
  @Nullable Object value() {
    int kind = memory.getShort(0) & 0xffff;
    if ((kind & ARRAY) != 0) {
      Pointer array = memory.getPointer(8);
      return array == null ? null : items(array, kind & 0xfff);
    }
    return scalar(memory, 8, kind);
  }

  private static @Nullable Object scalar(Pointer at, long offset, int kind) {
    return switch (kind) {
      case 0, 1 -> null;
      case 2 -> (long) at.getShort(offset);
      case I4, 22, 10 -> (long) at.getInt(offset);
      case 7 -> date(at.getDouble(offset));
      case BSTR -> text(at.getPointer(offset));
      case BOOL -> at.getShort(offset) != 0;
      case 16 -> (long) at.getByte(offset);
      case 17 -> (long) (at.getByte(offset) & 0xff);
      case 18 -> (long) (at.getShort(offset) & 0xffff);
      case 19, 23 -> at.getInt(offset) & 0xffffffffL;
      case 20, 21 -> at.getLong(offset);
      default -> "?";
    };
  }

  /** A text of the system, with its length before it. */
  static String text(@Nullable Pointer string) {
    if (string == null) {
      return "";
    }
    int length = string.getInt(-4);
    return new String(string.getByteArray(0, length), StandardCharsets.UTF_16LE);
  }

  /** Days since the end of 1899, in UTC where we ask; whole seconds. */
  static String date(double days) {
    var start = LocalDateTime.of(1899, 12, 30, 0, 0);
    return start
        .plus(Duration.ofSeconds(Math.round(days * 86_400)))
        .toInstant(ZoneOffset.UTC)
        .toString();
  }

  private static List<@Nullable Object> items(Pointer array, int kind) {
    var items = new ArrayList<@Nullable Object>();
    int size = array.getInt(4);
    Pointer data = array.getPointer(16);
    int count = array.getShort(0) == 1 && data != null ? array.getInt(24) : 0;
    for (int i = 0; i < Math.min(count, MOST); i++) {
      if (kind == 12) {
        items.add(scalar(data, (long) i * size + 8, data.getShort((long) i * size)));
      } else {
        items.add(scalar(data, (long) i * size, kind));
      }
    }
    return items;
  }

  @Override
  public void close() {
    Dll.call("oleaut32", "VariantClear", memory);
  }
}
