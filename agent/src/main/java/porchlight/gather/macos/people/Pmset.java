package porchlight.gather.macos.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code pmset}: when the display goes dark, for each source of power apart. */
final class Pmset {
  static final Run CUSTOM = Run.of("pmset", "-g", "custom");

  private Pmset() {}

  /** In minutes as it says; zero is never. */
  static Reading<List<Duration>> displaySleep(Answer answer) {
    return Answers.read(
        CUSTOM,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(CUSTOM, said));
  }

  private static Reading<List<Duration>> parse(String text) {
    var found = new ArrayList<Duration>();
    int sources = 0;
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split("\\s+", 3);
      if (line.endsWith(" Power:")) {
        sources++;
      } else if (words[0].equals("displaysleep")) {
        if (words.length < 2 || !words[1].matches("\\d{1,6}")) {
          return Answers.notUnderstood(CUSTOM, line);
        }
        found.add(Duration.ofMinutes(Integer.parseInt(words[1])));
      }
    }
    return found.isEmpty() || found.size() != sources
        ? Answers.notUnderstood(CUSTOM, text)
        : Reading.known(found);
  }
}
