package porchlight.gather.windows.browsers;

import java.util.List;
import porchlight.facts.PasswordManager;
import porchlight.facts.Reading;
import porchlight.gather.PasswordManagers;
import porchlight.gather.browsers.Keepers;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** What keeps passwords on this Windows: every person, every profile, by extension or program. */
public final class WinPasswordManager {
  private static final PasswordManagers TABLE = PasswordManagers.shipped();

  /** All that may be asked, but for what is in homes. */
  public static final List<Question> QUESTIONS =
      List.of(WinHomes.LIST, WinHomes.USERS, Managers.INSTALLED, Managers.INSTALLED_32);

  private WinPasswordManager() {}

  public static Reading<PasswordManager> read(Machine machine) {
    return WinHomes.read(machine)
        .map(homes ->
            new PasswordManager(
                Keepers.of(
                    machine,
                    TABLE,
                    WinUsed.read(machine, homes),
                    Reading.known(new WinPolicies(homes.people())),
                    person -> Managers.of(machine, person))));
  }
}
