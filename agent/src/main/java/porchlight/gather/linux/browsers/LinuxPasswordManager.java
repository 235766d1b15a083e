package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.PasswordManager;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PasswordManager.Place;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.PasswordManagers;
import porchlight.gather.PasswordManagers.Manager;
import porchlight.gather.linux.browsers.Used.Profile;
import porchlight.gather.linux.people.Accounts.Person;
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
    return Used.read(machine).map(used -> read(machine, table, used));
  }

  private static PasswordManager read(Machine machine, PasswordManagers table, Used used) {
    var places = new ArrayList<Place>();
    Reading<Present> installed =
        used.people().isEmpty()
            ? Reading.known(new Present(java.util.Map.of()))
            : Present.read(machine, new Among("/", programs(table)), "/");
    Reading<Present> etc =
        used.profiles().isEmpty()
            ? Reading.known(new Present(java.util.Map.of()))
            : Etc.read(machine);
    for (Person person : used.people()) {
      Reading<Optional<String>> program =
          installed.flatMap(all -> program(machine, table, person, all));
      int before = places.size();
      for (Profile profile : used.profiles()) {
        if (profile.person().equals(person)) {
          places.add(
              new Place(
                  person.name(),
                  profile.browser().name(),
                  profile.name(),
                  keeper(machine, table, etc, profile, program)));
        }
      }
      boolean helped =
          program instanceof Reading.Known<Optional<String>>(var name) && name.isPresent();
      for (Used.Blind blind : used.blind()) {
        if (blind.person().equals(person.name())) {
          places.add(
              new Place(
                  person.name(),
                  blind.browser(),
                  "",
                  helped && !blind.browser().isEmpty()
                      ? keeper(program)
                      : new Keeper.Unclear(blind.reason(), blind.detail())));
        }
      }
      if (helped && places.size() == before) {
        places.add(new Place(person.name(), "", "", keeper(program)));
      }
    }
    for (Used.Blind blind : used.blind()) {
      if (blind.person().isEmpty()) {
        places.add(
            new Place("", blind.browser(), "", new Keeper.Unclear(blind.reason(), blind.detail())));
      }
    }
    return new PasswordManager(places);
  }

  private static Keeper keeper(Reading<Optional<String>> name) {
    return switch (name) {
      case Reading.Known<Optional<String>>(var known) ->
          known.<Keeper>map(Keeper.Dedicated::new).orElse(new Keeper.Nothing());
      case Reading.Unknown<Optional<String>>(var reason, var detail) ->
          new Keeper.Unclear(reason, detail);
    };
  }

  private static Keeper keeper(
      Machine machine,
      PasswordManagers table,
      Reading<Present> etc,
      Profile profile,
      Reading<Optional<String>> program) {
    Reading<Optional<String>> extension =
        extensions(machine, profile).map(ids -> named(table, profile.browser().kind(), ids));
    for (Reading<Optional<String>> one : List.of(extension, program)) {
      if (one instanceof Reading.Known<Optional<String>>(var name) && name.isPresent()) {
        return new Keeper.Dedicated(name.get());
      }
    }
    for (Reading<Optional<String>> one : List.of(extension, program)) {
      if (one instanceof Reading.Unknown<Optional<String>>(var reason, var detail)) {
        return new Keeper.Unclear(reason, detail);
      }
    }
    return switch (etc.flatMap(there -> itself(machine, there, profile))) {
      case Reading.Known<Effective>(var effective) ->
          effective.on() ? new Keeper.BuiltIn() : new Keeper.Nothing();
      case Reading.Unknown<Effective>(var reason, var detail) ->
          new Keeper.NotDedicated(reason, detail);
    };
  }

  private static Reading<Effective> itself(Machine machine, Present etc, Profile profile) {
    return switch (profile.browser().kind()) {
      case CHROMIUM -> Chromium.passwords(machine, etc, profile);
      case FIREFOX -> Firefox.passwords(machine, etc, profile);
      case OTHER -> Reading.unknown(Reason.NOT_SUPPORTED, "how it is set is not known");
    };
  }

  private static Reading<Set<String>> extensions(Machine machine, Profile profile) {
    return switch (profile.browser().kind()) {
      case CHROMIUM -> Chromium.extensions(machine, profile);
      case FIREFOX -> FirefoxAddons.read(machine, profile);
      case OTHER -> Reading.unknown(Reason.NOT_SUPPORTED, "its extensions are not known");
    };
  }

  private static Optional<String> named(
      PasswordManagers table, Browser.Kind kind, Set<String> ids) {
    for (Manager manager : table.managers()) {
      List<String> its = kind == Browser.Kind.FIREFOX ? manager.firefox() : manager.chromium();
      if (its.stream().anyMatch(ids::contains)) {
        return Optional.of(manager.name());
      }
    }
    return Optional.empty();
  }

  /** A program that is there and that the person has started at least once. */
  private static Reading<Optional<String>> program(
      Machine machine, PasswordManagers table, Person person, Present installed) {
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
