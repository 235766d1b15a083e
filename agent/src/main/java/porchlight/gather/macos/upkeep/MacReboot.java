package porchlight.gather.macos.upkeep;

import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.gather.macos.SwVers;
import porchlight.machine.Machine;

/**
 * Whether an update waits for a restart. Since macOS 11 the system is a sealed image that is
 * exchanged by the restart itself: before, nothing of the update is installed, and it is among
 * those that wait.
 */
public final class MacReboot {
  private static final int SEALED = 11;

  private MacReboot() {}

  public static Reading<Reboot> read(Machine machine) {
    return SwVers.read(machine)
        .flatMap(system ->
            system.version().numbers().getFirst() >= SEALED
                ? Reading.known(
                    new Reboot.DoesNotApply(
                        "macOS installs its updates by restarting; those that wait are"
                            + " os-patches' matter"))
                : Reading.unknown(
                    Reason.NOT_SUPPORTED,
                    "macOS before 11 does not tell whether an update waits for a restart"));
  }
}
