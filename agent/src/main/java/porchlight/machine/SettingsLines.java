package porchlight.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a settings file that were asked for. */
final class SettingsLines {
  /**
   * {@code [connection]}, {@code [Daemon][$i]}, <code>network={</code>, <code>blob-base64-a={
   * </code> and their end; the latter may have a comment behind.
   */
  private static final Pattern BOUND =
      Pattern.compile(
          "\\s*(?:\\[[^=\\n]{0,100}]\\s*|(?:[a-z][A-Za-z0-9_.-]{0,60}=\\{|\\})\\s*(?:#.*)?)");

  private static final Pattern END_OF_KEY = Pattern.compile("[=\\s\\[]");

  /** Shells let a variable be set so. */
  private static final String EXPORT = "export ";

  private SettingsLines() {}

  static Answer pick(byte[] bytes, List<String> keys) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      return new Answer.Failed("not a text");
    }
    return new Answer.Said(
        0,
        text.lines()
            .filter(line -> BOUND.matcher(line).matches() || keys.contains(key(line)))
            .map(line -> withoutCredentials(line) + "\n")
            .collect(Collectors.joining()));
  }

  private static String key(String line) {
    String plain = line.strip();
    return END_OF_KEY
        .split(plain.startsWith(EXPORT) ? plain.substring(EXPORT.length()).strip() : plain, 2)[0];
  }

  /** Addresses of proxies hold passwords. */
  private static String withoutCredentials(String line) {
    int equals = line.indexOf('=');
    return equals > 0 && line.substring(0, equals).toLowerCase(Locale.ROOT).contains("proxy")
        ? line.substring(0, equals + 1) + Credentials.without(line.substring(equals + 1))
        : line;
  }
}
