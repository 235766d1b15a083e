package porchlight.gather.macos.browsers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.PasswordManager;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PasswordManager.Place;
import porchlight.facts.Reading;
import porchlight.gather.PasswordManagers;
import porchlight.gather.browsers.Keepers;
import porchlight.gather.browsers.Owner;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * What keeps passwords on this Mac: every person, every profile, by extension or application. Who
 * uses Safari and no other browser has what macOS itself keeps.
 */
public final class MacPasswordManager {
  private static final PasswordManagers TABLE = PasswordManagers.shipped();

  /** All that may be asked, but for what is in homes and in programs' preferences. */
  public static final List<Question> QUESTIONS =
      List.of(Accounts.LIST, Accounts.HOMES, Managers.INSTALLED);

  private MacPasswordManager() {}

  public static Reading<PasswordManager> read(Machine machine) {
    return MacUsed.read(machine)
        .map(used -> {
          Map<Owner, Reading<Optional<String>>> programs = new HashMap<>();
          used.people().forEach(person -> programs.put(person, Managers.of(machine, person)));
          var places =
              new ArrayList<>(
                  Keepers.of(
                      machine,
                      TABLE,
                      used,
                      Reading.known(new MacPolicies()),
                      person -> programs.getOrDefault(person, Managers.of(machine, person))));
          for (Owner person : used.people()) {
            if (places.stream().noneMatch(place -> place.person().equals(person.name()))) {
              safari(
                      Safari.wasStarted(machine, person),
                      programs.getOrDefault(person, Managers.of(machine, person)))
                  .ifPresent(
                      keeper -> places.add(new Place(person.name(), Safari.NAME, "", keeper)));
            }
          }
          return new PasswordManager(places);
        });
  }

  /** Empty where it was never started; of one who uses a program there is a place already. */
  private static Optional<Keeper> safari(
      Reading<Boolean> started, Reading<Optional<String>> program) {
    return switch (started) {
      case Reading.Known<Boolean>(var was) -> was ? Optional.of(safari(program)) : Optional.empty();
      case Reading.Unknown<Boolean>(var reason, var detail) ->
          Optional.of(new Keeper.Unclear(reason, detail));
    };
  }

  private static Keeper safari(Reading<Optional<String>> program) {
    return switch (program) {
      case Reading.Known<Optional<String>>(var name) ->
          name.<Keeper>map(Keeper.Dedicated::new).orElse(new Keeper.BuiltIn());
      case Reading.Unknown<Optional<String>>(var reason, var detail) ->
          new Keeper.Unclear(reason, detail);
    };
  }
}
