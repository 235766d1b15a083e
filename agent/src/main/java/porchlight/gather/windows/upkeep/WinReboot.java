package porchlight.gather.windows.upkeep;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reboot;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.WindowsVersion;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * Whether an update waits for a restart, by its installer, by Windows Update's mark, and by its own
 * word. That files wait to be renamed is no sign: browsers and antivirus leave such behind daily.
 */
public final class WinReboot {
  private static final String SERVICING =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based"
          + " Servicing\\RebootPending";
  private static final String UPDATE =
      "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto"
          + " Update\\RebootRequired";

  static final ReadRegistry INSTALLER = new ReadRegistry(SERVICING);
  static final ReadRegistry MARK = new ReadRegistry(UPDATE);

  /** All that may be asked, but for the version. */
  public static final List<Question> QUESTIONS = List.of(INSTALLER, MARK, WinUpdates.UPDATES);

  private WinReboot() {}

  /** One that says so is enough; that nothing waits, all have to say. */
  public static Reading<Reboot> read(Machine machine) {
    Reading<Boolean> installer =
        Registry.read(machine, INSTALLER).map(registry -> registry.has(SERVICING));
    Reading<Boolean> mark = Registry.read(machine, MARK).map(registry -> registry.has(UPDATE));
    Reading<Boolean> word = WinUpdates.read(machine).flatMap(WinUpdates::rebootRequired);
    var causes = new ArrayList<String>();
    if (isTrue(installer)) {
      causes.add("parts of Windows were exchanged (CBS RebootPending)");
    }
    if (isTrue(mark) || isTrue(word)) {
      causes.add("Windows Update installed something that wants a restart");
    }
    if (!causes.isEmpty()) {
      return Reading.known(new Reboot.Pending(causes));
    }
    return installer.flatMap(one ->
        mark.flatMap(two ->
            word.flatMap(three ->
                WindowsVersion.read(machine)
                    .map(version -> new Reboot.NotPending(version.number())))));
  }

  private static boolean isTrue(Reading<Boolean> reading) {
    return reading instanceof Reading.Known<Boolean>(var is) && is;
  }
}
