package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import porchlight.facts.PasswordManager;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.PasswordManagers;
import porchlight.gather.PasswordManagers.Manager;
import porchlight.gather.browsers.Keepers;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Present;
import porchlight.gather.browsers.Used;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/** What keeps passwords on this Linux: every person, every profile, by extension or program. */
public final class LinuxPasswordManager {
  private static final String HOME = "~/";
  private static final PasswordManagers TABLE = PasswordManagers.shipped();

  /** Programs that packages bring. */
  static final Among PROGRAMS = new Among("/", programs(TABLE));

  private LinuxPasswordManager() {}

  public static Reading<PasswordManager> read(Machine machine) {
    return read(machine, TABLE);
  }

  static Reading<PasswordManager> read(Machine machine, PasswordManagers table) {
    return LinuxUsed.read(machine).map(used -> read(machine, table, used));
  }

  private static PasswordManager read(Machine machine, PasswordManagers table, Used used) {
    Reading<Present> installed =
        used.people().isEmpty()
            ? Reading.known(new Present(java.util.Map.of()))
            : Present.read(machine, new Among("/", programs(table)), "/");
    Reading<LinuxPolicies> policies =
        used.profiles().isEmpty()
            ? Reading.known(new LinuxPolicies(new Present(java.util.Map.of())))
            : LinuxPolicies.read(machine);
    return new PasswordManager(
        Keepers.of(
            machine,
            table,
            used,
            policies,
            person -> installed.flatMap(all -> program(machine, table, person, all))));
  }

  /** A program that is there and that the person has started at least once. */
  private static Reading<Optional<String>> program(
      Machine machine, PasswordManagers table, Owner person, Present installed) {
    return Present.read(machine, person.home().among(inAHome(table)), "a home folder")
        .flatMap(home -> {
          Optional<String> gone = Optional.empty();
          for (Manager manager : table.managers()) {
            if (manager.used().stream().anyMatch(home::has)) {
              boolean there =
                  manager.programs().stream()
                      .anyMatch(program ->
                          program.startsWith(HOME)
                              ? home.has(program.substring(HOME.length()))
                              : installed.has(program));
              if (there && home.of("denied").isEmpty()) {
                return Reading.known(Optional.of(manager.name()));
              }
              gone = Optional.of(manager.name());
            }
          }
          if (!home.of("denied").isEmpty()) {
            return Reading.unknown(
                Reason.NEEDS_PRIVILEGE, "a program's folder in a home: permission denied");
          }
          return gone.isEmpty()
              ? Reading.known(Optional.empty())
              : Reading.unknown(
                  Reason.NOT_SUPPORTED,
                  gone.get() + " was used, and where its program is now is not known");
        });
  }

  private static List<String> programs(PasswordManagers table) {
    var all = new LinkedHashSet<String>();
    for (Manager manager : table.managers()) {
      manager.programs().stream().filter(one -> !one.startsWith(HOME)).forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static List<String> inAHome(PasswordManagers table) {
    var all = new LinkedHashSet<String>();
    for (Manager manager : table.managers()) {
      all.addAll(manager.used());
      manager.programs().stream()
          .filter(one -> one.startsWith(HOME))
          .forEach(one -> all.add(one.substring(HOME.length())));
    }
    return new ArrayList<>(all);
  }
}
