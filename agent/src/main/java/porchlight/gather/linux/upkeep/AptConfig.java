package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code apt-config dump}: apt's settings as they count in the end, one {@code Name "value";} a
 * line; names are the same in capitals and small letters.
 */
record AptConfig(List<Setting> settings) {
  static final Run DUMP = Run.of("apt-config", "dump");

  private static final Pattern LINE = Pattern.compile("([A-Za-z][^\\s\"]*) \"(.*)\";");

  /** How often: never, or a number of days, or of what its letter says, or each time. */
  private static final Pattern NEVER = Pattern.compile("0+[smhd]?");

  private static final Pattern SOMETIME = Pattern.compile("\\d{1,9}[smhd]?|always");

  AptConfig {
    settings = List.copyOf(settings);
  }

  record Setting(String name, String value) {}

  static Reading<AptConfig> read(Answer answer) {
    return Answers.read(
        DUMP, answer, said -> said.code() == 0 ? read(said.text()) : Failed.because(DUMP, said));
  }

  /** Every dump names the architecture, so one without it is not whole. */
  private static Reading<AptConfig> read(String text) {
    var all = new ArrayList<Setting>();
    for (String line : text.lines().toList()) {
      Matcher found = LINE.matcher(line);
      if (found.matches()) {
        all.add(new Setting(found.group(1), found.group(2)));
      } else if (line.startsWith("APT::Periodic") || line.startsWith("Unattended-Upgrade")) {
        return Answers.notUnderstood(DUMP, line);
      }
    }
    return text.endsWith("\n")
            && all.stream().anyMatch(one -> one.name().equalsIgnoreCase("APT::Architecture"))
        ? Reading.known(new AptConfig(all))
        : Answers.notUnderstood(DUMP, "it is cut off or garbled");
  }

  /** The value; empty when it is not set. */
  String value(String name) {
    return settings.stream()
        .filter(one -> one.name().equalsIgnoreCase(name))
        .map(Setting::value)
        .reduce("", (one, later) -> later);
  }

  /** All values of a list. */
  List<String> values(String name) {
    return settings.stream()
        .filter(one -> one.name().equalsIgnoreCase(name + "::"))
        .map(Setting::value)
        .toList();
  }

  /** Whether something is done now and then; not set is never. */
  Reading<Boolean> isDone(String name) {
    String value = value(name);
    if (value.isEmpty() || NEVER.matcher(value).matches()) {
      return Reading.known(false);
    }
    return SOMETIME.matcher(value).matches()
        ? Reading.known(true)
        : Answers.notUnderstood(DUMP, name + " is " + value);
  }
}
