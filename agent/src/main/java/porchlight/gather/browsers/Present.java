package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * What there is among named files and folders.
 *
 * @param kinds {@code file}, {@code folder}, {@code link}, {@code other} or {@code denied} by path
 */
public record Present(Map<String, String> kinds) {
  private static final List<String> KINDS = List.of("file", "folder", "link", "other", "denied");

  /** The answer, where {@code name} says in messages where was looked. */
  public static Reading<Present> read(Machine machine, Among question, String name) {
    return Told.read(question, name, machine.ask(question), said -> read(question, said, name));
  }

  private static Reading<Present> read(Among question, Answer.Said said, String name) {
    var kinds = new LinkedHashMap<String, String>();
    for (String line : said.text().lines().toList()) {
      int blank = line.indexOf(' ');
      String path = line.substring(blank + 1);
      if (blank < 1
          || !KINDS.contains(line.substring(0, blank))
          || !question.paths().contains(path)) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": " + Answers.brief(line));
      }
      kinds.put(path, line.substring(0, blank));
    }
    return said.code() == 0
        ? Reading.known(new Present(kinds))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": it could not be looked into");
  }

  /** Whether there is something at that path. */
  public boolean has(String path) {
    return kinds.containsKey(path);
  }

  /** Those of that kind. */
  public List<String> of(String kind) {
    var found = new ArrayList<String>();
    kinds.forEach((path, is) -> {
      if (is.equals(kind)) {
        found.add(path);
      }
    });
    return found;
  }
}
