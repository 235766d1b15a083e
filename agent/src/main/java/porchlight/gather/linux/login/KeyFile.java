package porchlight.gather.linux.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A settings file as GLib reads it: groups of {@code key=value} lines, comments with {@code #}, and
 * nothing else; the later of two values counts.
 */
record KeyFile(Map<String, Map<String, String>> groups) {

  /** Empty for a file that GLib would refuse, or that is no text. */
  static Optional<KeyFile> of(String text) {
    var groups = new LinkedHashMap<String, Map<String, String>>();
    Map<String, String> group = new LinkedHashMap<>();
    boolean inGroup = false;
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (!isText(line)) {
        return Optional.empty();
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        group =
            groups.computeIfAbsent(
                line.substring(1, line.length() - 1), name -> new LinkedHashMap<>());
        inGroup = true;
      } else if (inGroup && equals > 0 && !line.startsWith("#")) {
        group.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        return Optional.empty();
      }
    }
    return Optional.of(new KeyFile(groups));
  }

  /** Whether a line has neither zeros nor what could not be decoded. */
  static boolean isText(String line) {
    return line.indexOf('\0') < 0 && line.indexOf('\uFFFD') < 0;
  }

  /** The value, if that key is there. */
  Optional<String> value(String group, String key) {
    return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key));
  }
}
