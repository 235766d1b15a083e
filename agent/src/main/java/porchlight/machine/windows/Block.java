package porchlight.machine.windows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes blocks of {@code key=value} lines; whatever a value holds, it stays on its line. */
final class Block {
  private final StringBuilder out = new StringBuilder();

  /** Begins another block. */
  Block begin(String kind, Object name) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    return put(kind, name);
  }

  Block put(String key, Object value) {
    out.append(key).append('=').append(plain(String.valueOf(value))).append('\n');
    return this;
  }

  /** Only if it is not empty. */
  Block some(String key, String value) {
    return value.isEmpty() ? this : put(key, value);
  }

  /** Only if there are any; commas in an item would make two of it. */
  Block some(String key, List<String> values) {
    return values.isEmpty()
        ? this
        : put(key, String.join(",", values.stream().map(one -> one.replace(',', ' ')).toList()));
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Text without a line's end: control characters are {@code \xNN}. */
  static String plain(String text) {
    if (text.chars().noneMatch(Block::isControl)) {
      return text;
    }
    var clean = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isControl(c)) {
            for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
              clean.append(String.format("\\x%02x", one & 0xff));
            }
          } else {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString();
  }

  /** A network's name: a backslash, and bytes that are no UTF-8, are {@code \xNN} as well. */
  static String name(byte[] bytes) {
    try {
      return plain(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes))
              .toString()
              .replace("\\", "\\x5c"));
    } catch (CharacterCodingException noText) {
      var out = new StringBuilder();
      for (byte one : bytes) {
        out.append(
            one > ' ' && one < 0x7f && one != '\\'
                ? String.valueOf((char) one)
                : String.format("\\x%02x", one & 0xff));
      }
      return out.toString();
    }
  }

  private static boolean isControl(int c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
  }
}
