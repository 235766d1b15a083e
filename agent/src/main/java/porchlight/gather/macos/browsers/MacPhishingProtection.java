package porchlight.gather.macos.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Effective;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Warnings;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Whether browsers warn of dangerous pages on this Mac: every person, every profile, and Safari.
 */
public final class MacPhishingProtection {
  /** All that may be asked, but for what is in homes and in programs' preferences. */
  public static final List<Question> QUESTIONS = List.of(Accounts.LIST, Accounts.HOMES);

  private MacPhishingProtection() {}

  public static Reading<PhishingProtection> read(Machine machine) {
    return MacUsed.read(machine)
        .map(used -> {
          var profiles =
              new ArrayList<>(Warnings.of(machine, used, Reading.known(new MacPolicies())));
          for (Owner person : used.people()) {
            if (!MacUsed.isBlind(used, person)) {
              safari(machine, person).ifPresent(profiles::add);
            }
          }
          return new PhishingProtection(profiles);
        });
  }

  private static Optional<Profile> safari(Machine machine, Owner person) {
    Reading<Optional<Effective>> warnings = Safari.warnings(machine, person);
    if (warnings instanceof Reading.Known<Optional<Effective>>(var known) && known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Profile(
            person.name(),
            Safari.NAME,
            "",
            Warnings.of(
                warnings.map(known -> known.orElse(new Effective(true, Effective.DEFAULT)))),
            Safari.NAMES));
  }
}
