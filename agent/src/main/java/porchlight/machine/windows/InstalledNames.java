package porchlight.machine.windows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Picks from the names of all that is installed: what was not asked for goes no further. */
final class InstalledNames {
  private InstalledNames() {}

  /** Those of the asked that some name is, as they were asked for. */
  static List<String> found(List<String> asked, List<Optional<String>> names) {
    var found = new TreeSet<String>();
    for (Optional<String> name : names) {
      String small = name.orElse("").toLowerCase(Locale.ROOT);
      for (String one : asked) {
        String wanted = one.toLowerCase(Locale.ROOT);
        boolean is =
            wanted.endsWith("*")
                ? small.startsWith(wanted.substring(0, wanted.length() - 1))
                : small.equals(wanted);
        if (is) {
          found.add(one);
        }
      }
    }
    return List.copyOf(found);
  }
}
