package porchlight.gather.linux.patches;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** What is installed by rpm: only to show it; whether it is old is not ours to say. */
final class Rpm {
  static final Run INSTALLED = Run.of("rpm", "-qa", "--queryformat", "%{NAME}.%{ARCH} %{EVR}\\n");

  private static final String NOT_TOLD = "?";

  private Rpm() {}

  /** Versions by name with architecture; several of one, as of the kernel, apart by commas. */
  static Reading<Map<String, String>> installed(Answer answer) {
    return Answers.read(
        INSTALLED,
        answer,
        said -> {
          if (said.code() != 0) {
            return Failed.because(INSTALLED, said);
          }
          Map<String, String> versions = new TreeMap<>();
          for (String line : said.text().lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words.length != 2 || words[0].isEmpty() || words[1].isEmpty()) {
              return Answers.notUnderstood(INSTALLED, line);
            }
            versions.merge(words[0], words[1], (one, other) -> one + "," + other);
          }
          return Reading.known(versions);
        });
  }

  /** The same updates, with what is installed. */
  static List<Patches.Pending> pending(
      List<Update> updates, Reading<Map<String, String>> installed) {
    Map<String, String> versions =
        switch (installed) {
          case Reading.Known<Map<String, String>>(var known) -> known;
          case Reading.Unknown<Map<String, String>> unknown -> Map.of();
        };
    return updates.stream()
        .map(one ->
            new Patches.Pending(
                one.name(), versions.getOrDefault(one.name(), NOT_TOLD), one.available()))
        .sorted(java.util.Comparator.comparing(Patches.Pending::name))
        .toList();
  }
}
