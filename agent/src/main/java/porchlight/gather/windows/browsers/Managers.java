package porchlight.gather.windows.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Present;
import porchlight.gather.browsers.Programs;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/**
 * Password managers that are programs for Windows, by their files, and what is in a home once a
 * person has used one. The list of installed programs is not asked for: it would tell all that
 * people have, and keeps what is long gone.
 */
final class Managers {
  private static final String LOCAL = "AppData/Local/";
  private static final String ROAMING = "AppData/Roaming/";

  /**
   * One of them.
   *
   * @param common where it lies in the folders of programs for everybody
   * @param own where it lies in a home
   * @param used what lies in a home once it was started
   */
  private record Manager(String name, List<String> common, List<String> own, List<String> used)
      implements Programs.Program {}

  private static final List<Manager> ALL =
      List.of(
          new Manager(
              "1Password",
              List.of("1Password/app"),
              List.of(LOCAL + "1Password/app"),
              List.of(LOCAL + "1Password/data")),
          new Manager(
              "Bitwarden",
              List.of("Bitwarden/Bitwarden.exe"),
              List.of(LOCAL + "Programs/Bitwarden/Bitwarden.exe"),
              List.of(ROAMING + "Bitwarden/data.json")),
          new Manager(
              "Enpass",
              List.of("Enpass/Enpass.exe"),
              List.of(),
              List.of(LOCAL + "Sinew Software Systems")),
          new Manager(
              "KeePass",
              List.of("KeePass Password Safe 2/KeePass.exe"),
              List.of(),
              List.of(ROAMING + "KeePass/KeePass.config.xml")),
          new Manager(
              "KeePassXC",
              List.of("KeePassXC/KeePassXC.exe"),
              List.of(),
              List.of(ROAMING + "KeePassXC/keepassxc.ini", LOCAL + "KeePassXC")),
          new Manager(
              "NordPass",
              List.of(),
              List.of(LOCAL + "Programs/nordpass/NordPass.exe"),
              List.of(ROAMING + "NordPass")),
          new Manager(
              "Proton Pass",
              List.of(),
              List.of(LOCAL + "ProtonPass/ProtonPass.exe"),
              List.of(ROAMING + "Proton Pass")));

  private static final List<String> COMMON =
      ALL.stream().flatMap(one -> one.common().stream()).toList();

  /** What of them everybody could start. */
  static final Among INSTALLED = new Among("C:\\Program Files", COMMON);

  static final Among INSTALLED_32 = new Among("C:\\Program Files (x86)", COMMON);

  private Managers() {}

  /** The one that the person uses; empty where none is installed. */
  static Reading<Optional<String>> of(Machine machine, Owner person) {
    return Present.read(machine, INSTALLED, "the folder of programs")
        .flatMap(installed ->
            older(machine)
                .flatMap(older ->
                    Present.read(machine, person.home().among(inAHome()), "a home folder")
                        .flatMap(home -> of(installed, older, home))));
  }

  /** A Windows of 32 bits has no second folder of programs. */
  private static Reading<Present> older(Machine machine) {
    return machine.ask(INSTALLED_32) instanceof Answer.Missing
        ? Reading.known(new Present(java.util.Map.of()))
        : Present.read(machine, INSTALLED_32, "the folder of programs");
  }

  private static Reading<Optional<String>> of(Present installed, Present older, Present home) {
    for (Present one : List.of(installed, older, home)) {
      if (!one.of("denied").isEmpty()) {
        return Reading.unknown(
            Reason.NEEDS_PRIVILEGE, "a folder of password managers: permission denied");
      }
    }
    return Programs.used(
        ALL,
        manager ->
            manager.common().stream().anyMatch(path -> installed.has(path) || older.has(path))
                || manager.own().stream().anyMatch(home::has),
        manager -> manager.used().stream().anyMatch(home::has));
  }

  private static List<String> inAHome() {
    var all = new ArrayList<String>();
    for (Manager manager : ALL) {
      all.addAll(manager.own());
      all.addAll(manager.used());
    }
    return all;
  }
}
