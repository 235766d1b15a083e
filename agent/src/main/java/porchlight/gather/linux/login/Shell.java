package porchlight.gather.linux.login;

import java.util.Optional;
import java.util.regex.Pattern;

/** A file of {@code NAME=value} lines for a shell. */
final class Shell {
  private Shell() {}

  /**
   * The last plain value of a name, without quotes; empty when it is not set.
   *
   * @return nothing when it is computed, so that only a shell could say
   */
  static Optional<String> value(String text, String name) {
    var line =
        Pattern.compile("(?m)^\\s*(?:export\\s+)?" + Pattern.quote(name) + "=(.*)$").matcher(text);
    Optional<String> value = Optional.of("");
    while (line.find()) {
      String raw = line.group(1).replaceFirst("(?:^|\\s+)#.*", "").strip();
      String plain = raw.replaceFirst("^\"(.*)\"$", "$1").replaceFirst("^'(.*)'$", "$1");
      value =
          plain.matches("[^\"'$`\\\\;\\uFFFD]*") ? Optional.of(plain.strip()) : Optional.empty();
    }
    return value;
  }
}
