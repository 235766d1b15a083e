package porchlight.gather.macos.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Used;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Machine;

/** The profiles of browsers that people of this Mac have used, but for Safari's. */
final class MacUsed {
  static final Used.Look LOOK = new Used.Look(MacBrowsers.ALL, List.of(), List.of("Library"));

  private MacUsed() {}

  static Reading<Used> read(Machine machine) {
    return Accounts.read(machine)
        .map(accounts -> {
          var people = new ArrayList<Owner>();
          for (Accounts.Person person : accounts.people()) {
            people.add(new Owner(person.name(), person.home()));
          }
          return Used.read(machine, people, accounts.others(), LOOK);
        });
  }

  /** Whether nothing of that person's home was told. */
  static boolean isBlind(Used used, Owner person) {
    return used.blind().stream()
        .anyMatch(one -> one.person().equals(person.name()) && one.browser().isEmpty());
  }
}
