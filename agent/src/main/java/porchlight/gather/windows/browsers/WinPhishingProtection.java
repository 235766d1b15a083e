package porchlight.gather.windows.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.PhishingProtection;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Warnings;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** Whether browsers warn of dangerous pages on this Windows: every person, every profile. */
public final class WinPhishingProtection {
  /** All that may be asked, but for what is in homes. */
  public static final List<Question> QUESTIONS =
      List.of(WinHomes.LIST, WinHomes.USERS, Explorer.BY_POLICY, Explorer.BY_SETTING);

  private WinPhishingProtection() {}

  public static Reading<PhishingProtection> read(Machine machine) {
    return WinHomes.read(machine)
        .map(homes -> {
          var profiles =
              new ArrayList<>(
                  Warnings.of(
                      machine,
                      WinUsed.read(machine, homes),
                      Reading.known(new WinPolicies(homes.people()))));
          Explorer.read(machine).ifPresent(profiles::add);
          return new PhishingProtection(profiles);
        });
  }
}
