package porchlight.gather.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** What {@code systemctl show} says: a block of properties for each unit that was asked for. */
public final class ShownUnits {
  private ShownUnits() {}

  /** Programs of systemd that did not say: it may not even run. */
  public static <T> Reading<T> refused(Run show, Answer.Said said) {
    return said.error().contains("not been booted with systemd")
        ? Reading.unknown(Reason.NOT_SUPPORTED, "systemd does not run here")
        : Failed.because(show, said);
  }

  /**
   * The properties of each unit by its {@code Id}.
   *
   * @param asked how many units were: there is a block for each, whether it exists or not
   * @param isWhole whether such a block has what was asked for
   */
  public static Reading<Map<String, Map<String, String>>> read(
      Run show, Answer.Said said, int asked, Predicate<Map<String, String>> isWhole) {
    if (said.code() != 0) {
      return refused(show, said);
    }
    var units = new HashMap<String, Map<String, String>>();
    var unit = new HashMap<String, String>();
    int blocks = 0;
    var lines = new ArrayList<>(said.text().lines().toList());
    lines.add("");
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        if (unit.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
          return Answers.notUnderstood(show, line);
        }
      } else if (!line.isBlank()) {
        return Answers.notUnderstood(show, line);
      } else if (!unit.isEmpty()) {
        if (!isWhole.test(unit)) {
          return Answers.notUnderstood(show, unit.toString());
        }
        units.put(unit.getOrDefault("Id", ""), Map.copyOf(unit));
        unit.clear();
        blocks++;
      }
    }
    return blocks == asked
        ? Reading.known(Map.copyOf(units))
        : Answers.notUnderstood(show, "it tells of " + blocks + " units of " + asked);
  }
}
