package porchlight.gather.linux;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of sections and {@code key = value} lines, as many programs keep their settings. Of two
 * lines with one key the later counts; a comment begins with {@code #} or {@code ;}.
 *
 * @param values by section and key, a line break between the two; sections as written, keys small
 */
public record Ini(Map<String, String> values) {

  public Ini {
    values = Map.copyOf(values);
  }

  public static Ini of(String text) {
    var values = new HashMap<String, String>();
    String section = "";
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip();
      } else if (!line.startsWith("#") && !line.startsWith(";") && equals > 0) {
        values.put(
            name(section, line.substring(0, equals).strip()), line.substring(equals + 1).strip());
      }
    }
    return new Ini(values);
  }

  /** The value, which may be empty, if that key is there. */
  public Optional<String> value(String section, String key) {
    return Optional.ofNullable(values.get(name(section, key)));
  }

  private static String name(String section, String key) {
    return section + "\n" + key.toLowerCase(Locale.ROOT);
  }
}
