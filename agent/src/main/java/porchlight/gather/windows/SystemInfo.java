package porchlight.gather.windows;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code systeminfo}, asked only where neither the registry nor WMI says which Windows this is: it
 * takes seconds and speaks the language of the display. The build stands twice on one line, and
 * only that is read.
 */
final class SystemInfo {
  static final Run ALL =
      Run.of("C:\\Windows\\System32\\systeminfo.exe").within(Duration.ofSeconds(20));

  private static final Pattern BUILD =
      Pattern.compile(
          "(?m)^[^:\\r\\n]+:[ \\u00A0\\u202F]+(\\d{1,2}\\.\\d\\.(\\d{4,5}))\\s[^\\r\\n]*\\s\\2\\s*$");

  private SystemInfo() {}

  /** {@code 10.0.19042}; nothing where it does not say, or says two. */
  static Optional<String> read(Machine machine) {
    return machine.ask(ALL) instanceof Answer.Said said && said.code() == 0
        ? read(said.text())
        : Optional.empty();
  }

  static Optional<String> read(String text) {
    Matcher found = BUILD.matcher(text);
    Optional<String> first = found.find() ? Optional.of(found.group(1)) : Optional.empty();
    return first.isPresent() && found.find() ? Optional.empty() : first;
  }
}
