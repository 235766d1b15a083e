package porchlight.machine.windows;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import porchlight.machine.Answer;

/** Which programs run, of those that are asked for; Windows tells their names to everybody. */
public final class WindowsPrograms {
  private WindowsPrograms() {}

  /** As {@code Question.Processes} has it; names are the same in any case. */
  public static Answer among(List<String> names) throws IOException {
    try {
      Set<String> running = new HashSet<>();
      var all = Programs.running();
      all.values().forEach(name -> running.add(name.toLowerCase(Locale.ROOT)));
      var out = new StringBuilder();
      for (String name : names.stream().sorted().toList()) {
        if (running.contains(name.toLowerCase(Locale.ROOT))) {
          out.append(name).append('\n');
        }
      }
      out.append("# seen ").append(all.size()).append(" hidden 0\n");
      return new Answer.Said(0, out.toString());
    } catch (Refused refused) {
      return refused.answer();
    }
  }
}
