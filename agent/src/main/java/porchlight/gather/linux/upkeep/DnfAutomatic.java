package porchlight.gather.linux.upkeep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Ini;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** dnf-automatic's settings: whether it installs what it finds, or only tells of it. */
final class DnfAutomatic {
  static final ReadFile OWN = new ReadFile("/etc/dnf/automatic.conf");
  static final ReadFile VENDOR = new ReadFile("/usr/share/dnf5/dnf5-plugins/automatic.conf");

  private static final Set<String> YES = Set.of("yes", "true", "1", "on");
  private static final Set<String> NO = Set.of("no", "false", "0", "off");

  private DnfAutomatic() {}

  /** Not set is no. */
  static Reading<Boolean> installs(Machine machine) {
    for (ReadFile file : List.of(OWN, VENDOR)) {
      Answer answer = machine.ask(file);
      if (!(answer instanceof Answer.Missing)) {
        var value =
            Answers.read(
                file,
                answer,
                said -> Reading.known(Ini.of(said.text()).value("commands", "apply_updates")));
        if (!value.equals(Reading.known(Optional.empty()))) {
          return value.flatMap(word -> meaning(file, word.orElse("")));
        }
      }
    }
    return Reading.known(false);
  }

  private static Reading<Boolean> meaning(ReadFile file, String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return YES.contains(small) || NO.contains(small)
        ? Reading.known(YES.contains(small))
        : Answers.notUnderstood(file, "apply_updates = " + word);
  }
}
