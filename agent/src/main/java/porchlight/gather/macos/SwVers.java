package porchlight.gather.macos;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code sw_vers}: which macOS runs, with the letter of a quick security fix, which
 * SystemVersion.plist hides.
 *
 * @param extra {@code (a)} when a Rapid Security Response or a Background Security Improvement is
 *     applied; else empty
 * @param build {@code 24G830}
 */
public record SwVers(String product, MacVersion version, String extra, String build) {
  static final Run SW_VERS = Run.of("sw_vers");

  private static final Set<String> PRODUCTS = Set.of("macOS", "Mac OS X", "macOS Server");

  private static final int FIRST = 10;
  private static final int LAST_OF_OLD = 15;
  private static final int FIRST_BY_YEAR = 26;

  /** From the program. */
  public static Reading<SwVers> read(Machine machine) {
    return read(machine.ask(SW_VERS));
  }

  static Reading<SwVers> read(Answer answer) {
    return Answers.read(
        SW_VERS,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(SW_VERS, said));
  }

  private static Reading<SwVers> parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (!line.isBlank()
          && (colon < 1
              || values.put(line.substring(0, colon), line.substring(colon + 1).strip()) != null)) {
        return Answers.notUnderstood(SW_VERS, line);
      }
    }
    String build = values.getOrDefault("BuildVersion", "");
    String extra = values.getOrDefault("ProductVersionExtra", "");
    var version = MacVersion.of(values.getOrDefault("ProductVersion", ""));
    if (version.isEmpty()
        || !PRODUCTS.contains(values.getOrDefault("ProductName", ""))
        || !build.matches("[0-9]{1,3}[A-Z][0-9]{1,12}[a-z]?")
        || !extra.matches("(\\([a-z]{1,2}\\))?")) {
      return Answers.notUnderstood(SW_VERS, text);
    }
    int major = version.get().numbers().getFirst();
    if (major < FIRST || (major > LAST_OF_OLD && major < FIRST_BY_YEAR)) {
      return Answers.notUnderstood(SW_VERS, "there was no macOS " + major);
    }
    if (version.get().major().equals("10.16")) {
      return Answers.notUnderstood(SW_VERS, "10.16 is what it says for the sake of old programs");
    }
    return Reading.known(
        new SwVers(values.getOrDefault("ProductName", ""), version.get(), extra, build));
  }

  /** {@code 13.3.1 (a)}. */
  public String label() {
    return extra.isEmpty() ? version.text() : version.text() + " " + extra;
  }
}
