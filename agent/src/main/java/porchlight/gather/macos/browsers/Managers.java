package porchlight.gather.macos.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Present;
import porchlight.gather.browsers.Programs;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * Password managers that are applications for the Mac, and what is in a home once a person has used
 * one, where that is known. Their extensions for Safari lie in them, so without one of these there
 * is none.
 */
final class Managers {
  private static final String APPLICATIONS = "Applications/";
  private static final String SUPPORT = "Library/Application Support/";
  private static final String BOXES = "Library/Containers/";

  /** One of them. */
  private record Manager(String name, List<String> applications, List<String> used)
      implements Programs.Program {}

  private static final List<Manager> ALL =
      List.of(
          manager("1Password", "1Password.app", SUPPORT + "1Password"),
          manager("1Password", "1Password 7.app", ""),
          manager("Bitwarden", "Bitwarden.app", SUPPORT + "Bitwarden"),
          manager("Bitwarden", "Bitwarden.app", BOXES + "com.bitwarden.desktop"),
          manager("Dashlane", "Dashlane.app", ""),
          manager("Enpass", "Enpass.app", BOXES + "in.sinew.Enpass-Desktop"),
          manager("KeePassXC", "KeePassXC.app", SUPPORT + "KeePassXC"),
          manager("Keeper", "Keeper Password Manager.app", ""),
          manager("LastPass", "LastPass.app", ""),
          manager("MacPass", "MacPass.app", ""),
          manager("NordPass", "NordPass.app", SUPPORT + "NordPass"),
          manager("Proton Pass", "Proton Pass.app", SUPPORT + "Proton Pass"),
          manager("RoboForm", "RoboForm.app", ""),
          manager("Secrets", "Secrets.app", ""),
          manager("Strongbox", "Strongbox.app", ""));

  /** What of them everybody could start. */
  static final Among INSTALLED =
      new Among(
          "/Applications",
          ALL.stream().flatMap(one -> one.applications().stream()).distinct().toList());

  private Managers() {}

  private static Manager manager(String name, String application, String used) {
    return new Manager(name, List.of(application), used.isEmpty() ? List.of() : List.of(used));
  }

  /**
   * The one that the person uses; empty where none is installed. One that is there says nothing of
   * whether this very person has ever started it.
   */
  static Reading<Optional<String>> of(Machine machine, Owner person) {
    return Present.read(machine, INSTALLED, "/Applications")
        .flatMap(installed ->
            Present.read(machine, person.home().among(inAHome()), "a home folder")
                .flatMap(home -> of(installed, home)));
  }

  private static Reading<Optional<String>> of(Present installed, Present home) {
    if (!installed.of("denied").isEmpty()) {
      return Reading.unknown(Reason.NEEDS_PRIVILEGE, "/Applications: permission denied");
    }
    return Programs.used(
        ALL,
        manager ->
            manager.applications().stream()
                .anyMatch(one -> installed.has(one) || isSeen(home, APPLICATIONS + one)),
        manager -> manager.used().stream().anyMatch(one -> isSeen(home, one)));
  }

  private static boolean isSeen(Present home, String path) {
    return home.has(path) && !home.kinds().getOrDefault(path, "").equals("denied");
  }

  private static List<String> inAHome() {
    var all = new ArrayList<String>();
    for (Manager manager : ALL) {
      Stream.concat(
              manager.applications().stream().map(one -> APPLICATIONS + one),
              manager.used().stream())
          .filter(one -> !all.contains(one))
          .forEach(all::add);
    }
    return all;
  }
}
