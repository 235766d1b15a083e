package porchlight.gather.windows.browsers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Used;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** The profiles of browsers that people of this Windows have used. */
final class WinUsed {
  static final Used.Look LOOK =
      new Used.Look(WinBrowsers.ALL, List.of(), List.of("AppData", "NTUSER.DAT"));

  private static final String SHELL =
      "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders";

  /** Where companies have the settings of programs kept on a server. */
  static final ReadRegistry MOVED = new ReadRegistry("HKU\\*\\" + SHELL, "AppData");

  private static final String USUAL = "%USERPROFILE%\\AppData\\Roaming";

  private WinUsed() {}

  static Used read(Machine machine, WinHomes homes) {
    var people = new ArrayList<>(homes.people().keySet());
    people.sort(Comparator.comparing(Owner::name));
    Used used = Used.read(machine, people, homes.others(), LOOK);
    var blind = new ArrayList<>(used.blind());
    Reading<Registry> moved = Registry.read(machine, MOVED);
    for (Owner person : people) {
      String key = "HKU\\" + homes.people().getOrDefault(person, "") + "\\" + SHELL;
      switch (moved.flatMap(registry -> registry.text(key, "AppData"))) {
        case Reading.Known<Optional<String>>(var path) -> {
          if (path.filter(text -> !isUsual(text, person)).isPresent()) {
            blind.add(
                new Used.Blind(
                    person.name(),
                    "",
                    Reason.NOT_SUPPORTED,
                    "the settings of programs are kept elsewhere than in the home"));
          }
        }
        case Reading.Unknown<Optional<String>>(var reason, var detail) -> {
          if (reason != Reason.NEEDS_PRIVILEGE) { // then the home is closed as well
            blind.add(new Used.Blind(person.name(), "", reason, detail));
          }
        }
      }
    }
    return new Used(used.people(), used.profiles(), blind);
  }

  private static boolean isUsual(String path, Owner person) {
    return path.equalsIgnoreCase(USUAL)
        || path.equalsIgnoreCase(person.home().path() + "\\AppData\\Roaming");
  }
}
