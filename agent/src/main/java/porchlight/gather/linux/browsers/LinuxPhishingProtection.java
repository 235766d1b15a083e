package porchlight.gather.linux.browsers;

import porchlight.facts.PhishingProtection;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Present;
import porchlight.gather.browsers.Used;
import porchlight.gather.browsers.Warnings;
import porchlight.machine.Machine;

/** Whether browsers warn of dangerous pages on this Linux: every person, every profile. */
public final class LinuxPhishingProtection {
  private LinuxPhishingProtection() {}

  public static Reading<PhishingProtection> read(Machine machine) {
    return LinuxUsed.read(machine)
        .map(used -> new PhishingProtection(Warnings.of(machine, used, policies(machine, used))));
  }

  private static Reading<LinuxPolicies> policies(Machine machine, Used used) {
    return used.profiles().isEmpty()
        ? Reading.known(new LinuxPolicies(new Present(java.util.Map.of())))
        : LinuxPolicies.read(machine);
  }
}
