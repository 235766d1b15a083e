package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PasswordManager.Place;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.PasswordManagers;
import porchlight.gather.PasswordManagers.Manager;
import porchlight.machine.Machine;

/** What keeps passwords: every person, every profile, by extension or program. */
public final class Keepers {
  private Keepers() {}

  /**
   * Those of all profiles, of programs of people who have used none, and of what could not be
   * looked into.
   *
   * @param program the name of a password manager's program that a person uses
   */
  public static List<Place> of(
      Machine machine,
      PasswordManagers table,
      Used used,
      Reading<? extends Policies> policies,
      Function<Owner, Reading<Optional<String>>> program) {
    var places = new ArrayList<Place>();
    for (Owner person : used.people()) {
      Reading<Optional<String>> its = program.apply(person);
      int before = places.size();
      for (Profile profile : used.profiles()) {
        if (profile.person().equals(person)) {
          places.add(
              new Place(
                  person.name(),
                  profile.browser().name(),
                  profile.name(),
                  keeper(machine, table, policies, profile, its)));
        }
      }
      boolean helped = its instanceof Reading.Known<Optional<String>>(var name) && name.isPresent();
      for (Used.Blind blind : used.blind()) {
        if (blind.person().equals(person.name())) {
          places.add(
              new Place(
                  person.name(),
                  blind.browser(),
                  "",
                  helped && !blind.browser().isEmpty()
                      ? keeper(its)
                      : new Keeper.Unclear(blind.reason(), blind.detail())));
        }
      }
      if (helped && places.size() == before) {
        places.add(new Place(person.name(), "", "", keeper(its)));
      }
    }
    for (Used.Blind blind : used.blind()) {
      if (blind.person().isEmpty()) {
        places.add(
            new Place("", blind.browser(), "", new Keeper.Unclear(blind.reason(), blind.detail())));
      }
    }
    return places;
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
      Reading<? extends Policies> policies,
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
    return switch (policies.flatMap(there -> itself(machine, there, profile))) {
      case Reading.Known<Effective>(var effective) ->
          effective.on() ? new Keeper.BuiltIn() : new Keeper.Nothing();
      case Reading.Unknown<Effective>(var reason, var detail) ->
          new Keeper.NotDedicated(reason, detail);
    };
  }

  private static Reading<Effective> itself(Machine machine, Policies policies, Profile profile) {
    return switch (profile.browser().kind()) {
      case CHROMIUM -> Chromium.passwords(machine, policies, profile);
      case FIREFOX -> Firefox.passwords(machine, policies, profile);
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
}
