package porchlight.gather.windows.remote;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.RemoteTools;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.remote.Running;
import porchlight.gather.remote.Seen;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The known tools for remote control on Windows: by their services, what is in the list of
 * installed programs, and their processes; and those of Windows itself by their switches.
 */
public final class WinRemoteTools {
  static final Running RUNNING = Running.of(WindowsSigns.of(Kind.PROCESS));

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = questions();

  private WinRemoteTools() {}

  private static List<Question> questions() {
    var all =
        new ArrayList<Question>(
            List.of(RUNNING.question(), ToolServices.SERVICES, InstalledTools.LISTS));
    all.addAll(RemoteDesktop.QUESTIONS);
    all.addAll(WinRm.QUESTIONS);
    return List.copyOf(all);
  }

  public static Reading<RemoteTools> read(Machine machine) {
    var seen = new Seen();
    RUNNING.read(machine, seen);
    ToolServices.read(machine, seen);
    InstalledTools.read(machine, seen);
    RemoteDesktop.read(machine, seen);
    WinRm.read(machine, seen);
    return Reading.known(seen.all());
  }
}
