package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/**
 * The profiles of a Firefox: those of {@code profiles.ini} and every other folder beside it that
 * has been used, because profiles of a group are not all in the list.
 */
final class FirefoxProfiles {
  static final List<String> KEYS = List.of("IsRelative", "Path");
  static final String PREFS = "prefs.js";
  static final String USER = "user.js";
  static final String ADDONS = "extensions.json";

  private static final String LIST = "profiles.ini";
  private static final int MOST = 100;

  private FirefoxProfiles() {}

  static Reading<List<Profile>> read(Machine machine, Owner person, Browser browser) {
    var folder = person.home().list(browser.profiles());
    var list = person.home().settings(browser.folder() + "/" + LIST, KEYS);
    return Told.read(folder, "Firefox's folder", machine.ask(folder), said -> names(said))
        .flatMap(names ->
            !browser.below().isEmpty() || names.contains(LIST)
                ? Told.read(
                        list, LIST, machine.ask(list), said -> listed(said.text(), browser.below()))
                    .flatMap(listed -> among(machine, person, browser, names, listed))
                : among(machine, person, browser, names, Set.of()));
  }

  private static Reading<List<String>> names(Answer.Said said) {
    return said.code() == 0 && said.text().lines().allMatch(Trees::isName)
        ? Reading.known(said.text().lines().toList())
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "Firefox's folder: a name that is not plain");
  }

  /** The folders that the list names; one that is elsewhere cannot be looked into. */
  private static Reading<Set<String>> listed(String text, String below) {
    var names = new LinkedHashSet<String>();
    int profiles = 0;
    int paths = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.matches("\\[Profile\\d{1,4}]")) {
        profiles++;
      } else if (line.startsWith("IsRelative") && !line.matches("IsRelative\\s*=\\s*1")) {
        return Reading.unknown(Reason.NOT_SUPPORTED, "a profile of Firefox is kept elsewhere");
      } else if (line.startsWith("Path")) {
        String path = line.replaceFirst("Path\\s*=\\s*", "");
        if (!below.isEmpty() && path.startsWith(below + "/")) {
          path = path.substring(below.length() + 1);
        } else if (!below.isEmpty()) {
          path = "";
        }
        if (!Trees.isName(path)) {
          return Reading.unknown(Reason.NOT_SUPPORTED, "a profile of Firefox is kept elsewhere");
        }
        names.add(path);
        paths++;
      }
    }
    return profiles == paths
        ? Reading.known(names)
        : Reading.unknown(Reason.NOT_UNDERSTOOD, LIST + ": a profile without a place");
  }

  private static Reading<List<Profile>> among(
      Machine machine, Owner person, Browser browser, List<String> names, Set<String> listed) {
    if (!names.containsAll(listed) || names.size() > MOST) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, "Firefox's folder is not as " + LIST + " says");
    }
    var paths = new ArrayList<String>();
    for (String name : names) {
      for (String file : List.of(PREFS, USER, ADDONS)) {
        paths.add(browser.profiles() + "/" + name + "/" + file);
      }
    }
    return names.isEmpty()
        ? Reading.known(List.of())
        : Present.read(machine, person.home().among(paths), "Firefox's profiles")
            .flatMap(there -> profiles(person, browser, names, listed, there));
  }

  private static Reading<List<Profile>> profiles(
      Owner person, Browser browser, List<String> names, Set<String> listed, Present there) {
    var profiles = new ArrayList<Profile>();
    for (String name : names) {
      var profile =
          new Profile(person, browser, browser.profiles() + "/" + name, there, Trees.NONE);
      if (there.has(profile.file(PREFS)) || there.has(profile.file(ADDONS))) {
        profiles.add(profile); // else it was made and never used
      }
    }
    return listed.isEmpty() && !profiles.isEmpty()
        ? Reading.unknown(Reason.TOOL_MISSING, LIST + " is not there")
        : Reading.known(profiles);
  }
}
