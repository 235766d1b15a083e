package porchlight.gather.linux.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/**
 * The settings of one group in a file of KDE Plasma's: what a person chose, unless an administrator
 * fixed it with {@code [$i]}, be it one key, a group or a whole file; else what an administrator
 * set.
 */
final class PlasmaSettings {
  private static final String FIXED = "[$i]";

  private PlasmaSettings() {}

  /**
   * One of the two files.
   *
   * @param closed whether nobody after it may set anything in the group
   */
  private record Layer(Map<String, String> values, Set<String> fixed, boolean closed) {}

  static Reading<Map<String, String>> read(
      Machine machine, ReadSettings system, ReadSettings own, String group) {
    return layer(machine, system, group)
        .flatMap(first -> layer(machine, own, group).map(chosen -> merged(first, chosen)));
  }

  private static Map<String, String> merged(Layer system, Layer own) {
    var all = new HashMap<>(system.values);
    own.values.forEach((key, value) -> {
      if (!system.closed && !system.fixed.contains(key)) {
        all.put(key, value);
      }
    });
    return all;
  }

  private static Reading<Layer> layer(Machine machine, ReadSettings file, String group) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    Answer answer = machine.ask(file);
    return answer instanceof Answer.Missing
        ? Reading.known(new Layer(Map.of(), Set.of(), false)) // nobody has set anything there
        : Told.read(file, name, answer, said -> layer(name, said.text(), group));
  }

  private static Reading<Layer> layer(String name, String text, String group) {
    var values = new HashMap<String, String>();
    var fixed = new HashSet<String>();
    boolean closed = false;
    boolean here = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        boolean ends = line.endsWith(FIXED);
        String heading = ends ? line.substring(0, line.length() - FIXED.length()) : line;
        here = heading.equals("[" + group + "]");
        closed |= ends && (here || heading.isEmpty());
      } else if (here) {
        // Not by a pattern: the line is a person's, and may be as long as the whole file.
        int equals = line.indexOf('=');
        String left = line.substring(0, Math.max(0, equals));
        int marked = left.indexOf('[');
        String key = (marked < 0 ? left : left.substring(0, marked)).strip();
        String mark = marked < 0 ? "" : left.substring(marked).strip();
        if (key.isEmpty()) {
          return Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": a line that sets nothing");
        }
        if (mark.equals(FIXED)) {
          fixed.add(key);
        } else if (!mark.isEmpty()) {
          return Reading.unknown(Reason.NOT_SUPPORTED, name + ": a setting that is computed");
        }
        values.put(key, line.substring(equals + 1).strip());
      }
    }
    return Reading.known(new Layer(values, fixed, closed));
  }
}
