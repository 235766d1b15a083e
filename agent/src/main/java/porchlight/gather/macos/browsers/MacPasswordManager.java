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
 * uses no other browser is taken to use Safari, where macOS itself keeps them.
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
              places.add(
                  new Place(
                      person.name(),
                      Safari.NAME,
                      "",
                      safari(programs.getOrDefault(person, Reading.known(Optional.empty())))));
            }
          }
          return new PasswordManager(places);
        });
  }

  /** Of one who uses a program there is a place already. */
  private static Keeper safari(Reading<Optional<String>> program) {
    return switch (program) {
      case Reading.Known<Optional<String>>(var name) ->
          name.<Keeper>map(Keeper.Dedicated::new).orElse(new Keeper.BuiltIn());
      case Reading.Unknown<Optional<String>>(var reason, var detail) ->
          new Keeper.Unclear(reason, detail);
    };
  }
}
