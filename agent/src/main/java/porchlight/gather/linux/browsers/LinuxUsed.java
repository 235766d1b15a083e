package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Used;
import porchlight.gather.linux.people.Accounts;
import porchlight.machine.Machine;

/** The profiles of browsers that people of this Linux have used. */
final class LinuxUsed {
  private static final String NOWHERE = "/nonexistent";

  /** A home that is in use has some furniture; one whose disk is locked or not mounted has none. */
  static final Used.Look LOOK =
      new Used.Look(
          LinuxBrowsers.ALL,
          List.of("Access-Your-Private-Data.desktop"),
          List.of(".config", ".cache", ".local", ".profile", ".bashrc", ".bash_profile", ".zshrc"));

  private LinuxUsed() {}

  static Reading<Used> read(Machine machine) {
    return Accounts.read(machine).map(accounts -> read(machine, accounts));
  }

  private static Used read(Machine machine, Accounts accounts) {
    var people = new ArrayList<Owner>();
    for (Accounts.Person person : accounts.people()) {
      if (!person.home().path().equals(NOWHERE)) {
        people.add(new Owner(person.name(), person.home()));
      }
    }
    return Used.read(machine, people, accounts.others(), LOOK);
  }
}
