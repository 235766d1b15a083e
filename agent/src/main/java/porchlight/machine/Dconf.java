package porchlight.machine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers what is asked of a dconf database or of compiled GSettings schemas. */
final class Dconf {
  private static final String LOCKS = ".locks";

  /** Words are told of proxies only, and never their passwords. */
  private static final String PROXY = "/system/proxy/";

  private static final String PROXY_SCHEMA = "org.gnome.system.proxy";

  private Dconf() {}

  static Answer pick(byte[] bytes, List<String> keys) {
    try {
      var root = Gvdb.root(bytes);
      var out = new StringBuilder();
      for (String key : keys) {
        int slash = key.startsWith("/") ? 0 : key.indexOf('/');
        if (slash > 0) {
          var schema = root.table(key.substring(0, slash));
          schema
              .flatMap(table -> table.value(key.substring(slash + 1)))
              .ifPresent(
                  value -> out.append(key).append('=').append(word(key, value)).append('\n'));
        } else {
          root.value(key)
              .ifPresent(
                  value -> out.append(key).append('=').append(word(key, value)).append('\n'));
          if (root.table(LOCKS).flatMap(locks -> locks.value(key)).isPresent()) {
            out.append("lock ").append(key).append('\n');
          }
        }
      }
      return new Answer.Said(0, out.toString());
    } catch (Gvdb.Damaged | BufferUnderflowException | IndexOutOfBoundsException damaged) {
      return new Answer.Failed("not a sound dconf database");
    }
  }

  /** A value as it is boxed in such a file: its bytes, a zero, its type. */
  private static String word(String key, byte[] boxed) {
    int zero = boxed.length - 1;
    while (zero >= 0 && boxed[zero] != 0) {
      zero--;
    }
    String type = new String(boxed, zero + 1, boxed.length - zero - 1, StandardCharsets.US_ASCII);
    // A schema's entry is a tuple that begins with the default. One that may differ from desktop
    // to desktop has a table of its own in it.
    boolean alone = !type.startsWith("(");
    String kind =
        alone ? type : type.contains("{") ? "" : type.substring(1, Math.min(2, type.length()));
    if (kind.equals("s") && (key.startsWith(PROXY) || key.startsWith(PROXY_SCHEMA))) {
      return text(boxed);
    }
    int length = kind.equals("b") ? 1 : 4;
    if (alone ? zero != length : zero < length) {
      return "?";
    }
    return switch (kind) {
      case "b" -> boxed[0] == 0 ? "false" : boxed[0] == 1 ? "true" : "?";
      case "u" -> "uint32 " + Integer.toUnsignedString(whole(boxed));
      case "i" -> Integer.toString(whole(boxed));
      default -> "?";
    };
  }

  /** Up to its zero; nothing that could pass for a line or for the end of the quotes. */
  private static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    String text = Credentials.without(new String(bytes, 0, end, StandardCharsets.UTF_8));
    return text.chars().anyMatch(c -> c < ' ' || c == '\'' || c == '\\' || c > '~')
        ? "?"
        : "'" + text + "'";
  }

  private static int whole(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
  }
}
