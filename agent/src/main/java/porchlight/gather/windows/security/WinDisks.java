package porchlight.gather.windows.security;

import java.util.List;
import porchlight.facts.Disks;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * BitLocker, as administrators may ask for it, or else as the shell shows it to everybody. Drives
 * that are taken along, such as sticks, are not looked at, and neither are volumes with neither a
 * letter nor a folder: these are for starting and recovery.
 */
public final class WinDisks {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(BitLocker.VOLUMES, BitLocker.IN_FOLDERS, ShellVolumes.VOLUMES, ManageBde.STATUS);

  private WinDisks() {}

  public static Reading<Disks> read(Machine machine) {
    return BitLocker.read(machine)
        .or(() -> ShellVolumes.read(machine.ask(ShellVolumes.VOLUMES)))
        .or(() -> ManageBde.read(machine.ask(ManageBde.STATUS)));
  }
}
