package porchlight.gather.macos.remote;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Tool;
import porchlight.gather.Answers;
import porchlight.gather.RemoteSigns;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.macos.Launchd;
import porchlight.gather.remote.Folders;
import porchlight.gather.remote.Running;
import porchlight.gather.remote.Seen;
import porchlight.gather.remote.Units;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;

/**
 * The known tools for remote control on this Mac: by their applications, the services that launchd
 * has of them, and their processes; and Apple's own, by their switches.
 */
public final class MacRemoteTools {
  private static final String SYSTEM = "macos";
  private static final String USUAL = "/Applications";
  private static final RemoteSigns SIGNS = RemoteSigns.shipped();
  private static final List<Sign> UNITS = SIGNS.of(SYSTEM, Kind.UNIT);

  static final Running RUNNING = Running.of(SIGNS.of(SYSTEM, Kind.PROCESS));
  static final Folders FOLDERS = Folders.of(SIGNS.of(SYSTEM, Kind.PATH), List.of(), USUAL);

  /** Every Mac has both. */
  static final List<ListFolder> SERVICES =
      List.of(new ListFolder("/Library/LaunchDaemons"), new ListFolder("/Library/LaunchAgents"));

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = questions();

  private MacRemoteTools() {}

  private static List<Question> questions() {
    var all = new ArrayList<Question>(FOLDERS.questions());
    all.addAll(SERVICES);
    all.addAll(List.of(RUNNING.question(), Launchd.SCREEN_SHARING, Launchd.REMOTE_MANAGEMENT));
    return List.copyOf(all);
  }

  public static Reading<RemoteTools> read(Machine machine) {
    var seen = new Seen();
    RUNNING.read(machine, seen);
    FOLDERS.read(machine, seen);
    for (ListFolder folder : SERVICES) {
      switch (Answers.read(folder, machine.ask(folder), said -> Units.names(folder, said))) {
        case Reading.Known<List<String>>(var names) ->
            names.forEach(name -> Units.add(UNITS, name, seen));
        case Reading.Unknown<List<String>> unknown -> seen.unseen(unknown);
      }
    }
    apple(machine, seen);
    return Reading.known(seen.all());
  }

  private static void apple(Machine machine, Seen seen) {
    switch (Launchd.isOn(Launchd.SCREEN_SHARING, machine.ask(Launchd.SCREEN_SHARING))) {
      case Reading.Known<Boolean>(var on) -> {
        if (on) {
          seen.running(Tool.MACOS_SCREEN_SHARING, "com.apple.screensharing");
        }
      }
      case Reading.Unknown<Boolean> unknown -> seen.unseen(unknown);
    }
    Answer managed = machine.ask(Launchd.REMOTE_MANAGEMENT);
    if (managed instanceof Answer.Missing) {
      return; // it is there while Remote Management is on
    }
    switch (Answers.read(
        Launchd.REMOTE_MANAGEMENT, managed, said -> Reading.known(said.code() == 0))) {
      case Reading.Known<Boolean>(var on) -> {
        if (on) {
          seen.running(Tool.MACOS_REMOTE_MANAGEMENT, "RemoteManagement.launchd");
        } else {
          seen.unseen((Reading.Unknown<?>) Answers.notUnderstood(Launchd.REMOTE_MANAGEMENT, ""));
        }
      }
      case Reading.Unknown<Boolean> unknown -> seen.unseen(unknown);
    }
  }
}
