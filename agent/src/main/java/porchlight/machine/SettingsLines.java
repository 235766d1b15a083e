package porchlight.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }

  private static String key(String line) {
    return END_OF_KEY.split(line.strip(), 2)[0];
  }
}
