package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * Programs that came by another way than the system's packages: counted, to say what is not judged.
 */
final class Beside {
  static final ListFolder FLATPAK = new ListFolder("/var/lib/flatpak/app");
  static final ListFolder SNAP = new ListFolder("/snap");

  /** Where snapd puts them on systems that want no folder of its own at the root. */
  static final ListFolder SNAP_ELSEWHERE = new ListFolder("/var/lib/snapd/snap");

  private static final Set<String> NO_SNAPS = Set.of("bin", "README", "");

  private Beside() {}

  static List<String> of(Machine machine) {
    var all = new ArrayList<String>();
    add(all, machine.ask(FLATPAK), "Flatpak application");
    Answer snaps = machine.ask(SNAP);
    add(all, snaps instanceof Answer.Missing ? machine.ask(SNAP_ELSEWHERE) : snaps, "snap");
    return all;
  }

  private static void add(List<String> all, Answer answer, String what) {
    if (answer instanceof Answer.Said said) {
      long count =
          said.text()
              .lines()
              .map(name -> name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
              .filter(name -> !NO_SNAPS.contains(name))
              .count();
      if (count > 0) {
        all.add(count + " " + what + (count == 1 ? "" : "s"));
      }
    } else if (answer instanceof Answer.Denied) {
      all.add(what + "s, which could not be counted");
    }
  }
}
