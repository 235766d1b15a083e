package porchlight.gather.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** What real Windows machines really said; see PROVENANCE.tsv beside them. */
public final class WinCaptures {
  static final Path ROOT = Path.of("src/test/captures/windows");

  private static final Pattern REG_QUERY =
      Pattern.compile(" {4}(\\S+(?: \\S+)*) {4}REG_(SZ|DWORD)(?: {4}(.*))?");

  private WinCaptures() {}

  /** The text of one. */
  public static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** All of them, sorted. */
  public static List<String> all() {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.equals("PROVENANCE.tsv"))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /**
   * What {@code reg query} printed, as an export would say it; only texts and numbers.
   *
   * @param key what the values belong to where the beginning was cut off
   */
  public static String export(String key, String query) {
    var out = new StringBuilder();
    boolean open = false;
    for (String line : query.lines().toList()) {
      Matcher value = REG_QUERY.matcher(line);
      if (line.startsWith("HKEY_")) {
        out.append('[').append(line.strip()).append("]\n");
        open = true;
      } else if (value.matches()) {
        if (!open) {
          out.append('[').append(key).append("]\n");
          open = true;
        }
        String data = value.group(3) == null ? "" : value.group(3);
        out.append('"').append(value.group(1)).append("\"=");
        if (value.group(2).equals("DWORD")) {
          out.append(String.format("dword:%08x", Long.decode(data.strip())));
        } else {
          out.append('"').append(data.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        out.append('\n');
      }
    }
    return out.toString();
  }

  /** The value that must be known. */
  public static <T> T known(Reading<T> reading) {
    return switch (reading) {
      case Known<T>(var value) -> value;
      case Unknown<T>(var reason, var detail) -> throw new AssertionError(reason + " " + detail);
    };
  }

  /** Why it is not known. */
  public static Reason why(Reading<?> reading) {
    return switch (reading) {
      case Known<?>(var value) -> throw new AssertionError("known: " + value);
      case Unknown<?>(var reason, var detail) -> reason;
    };
  }
}
