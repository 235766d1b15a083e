package porchlight.gather.macos.remote;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Tool;
import porchlight.gather.Answers;
import porchlight.gather.RemoteSigns;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.Told;
import porchlight.gather.browsers.Present;
import porchlight.gather.macos.Launchd;
import porchlight.gather.macos.people.Accounts;
import porchlight.gather.remote.Folders;
import porchlight.gather.remote.Running;
import porchlight.gather.remote.Seen;
import porchlight.gather.remote.Units;
import porchlight.machine.Answer;
import porchlight.machine.Home;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ListInside;

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

  /** Programs that a person can put into a home without leave of anybody. */
  private static final String APPLICATIONS = "Applications/";

  private static final List<Sign> PROGRAMS =
      SIGNS.of(SYSTEM, Kind.PATH).stream()
          .filter(one -> one.value().startsWith(USUAL + "/"))
          .toList();

  /** All that may be asked, but for what is in homes. */
  public static final List<Question> QUESTIONS = questions();

  private MacRemoteTools() {}

  private static List<Question> questions() {
    var all = new ArrayList<Question>(FOLDERS.questions());
    all.addAll(SERVICES);
    all.addAll(List.of(RUNNING.question(), Launchd.SCREEN_SHARING, Launchd.REMOTE_MANAGEMENT));
    all.addAll(List.of(Accounts.LIST, Accounts.HOMES));
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
    homes(machine, seen);
    apple(machine, seen);
    return Reading.known(seen.all());
  }

  private static void homes(Machine machine, Seen seen) {
    switch (Accounts.read(machine)) {
      case Reading.Known<Accounts>(var accounts) -> {
        accounts.people().forEach(person -> home(machine, person.home(), seen));
        if (!accounts.others().isEmpty()) {
          seen.unseen(new Reading.Unknown<>(Reason.NOT_UNDERSTOOD, accounts.others()));
        }
      }
      case Reading.Unknown<Accounts> unknown -> seen.unseen(unknown);
    }
  }

  /** What is found there is told without the name of the person. */
  private static void home(Machine machine, Home home, Seen seen) {
    var applications = home.among(PROGRAMS.stream().map(MacRemoteTools::inAHome).toList());
    if (!(machine.ask(applications) instanceof Answer.Missing)) {
      switch (Present.read(machine, applications, "a home folder")) {
        case Reading.Known<Present>(var there) -> {
          for (Sign sign : PROGRAMS) {
            if (there.has(inAHome(sign)) && !there.of("denied").contains(inAHome(sign))) {
              seen.installed(sign.tool(), "~/" + inAHome(sign));
            }
          }
          if (!there.of("denied").isEmpty()) {
            seen.unseen(
                new Reading.Unknown<>(Reason.NEEDS_PRIVILEGE, "a home folder: permission denied"));
          }
        }
        case Reading.Unknown<Present> unknown -> seen.unseen(unknown);
      }
    }
    ListInside agents = home.list("Library/LaunchAgents");
    if (machine.ask(agents) instanceof Answer.Missing) {
      return; // many have none
    }
    switch (Told.read(
        agents, "a home's LaunchAgents", machine.ask(agents), MacRemoteTools::names)) {
      case Reading.Known<List<String>>(var names) ->
          names.forEach(name -> Units.add(UNITS, name, seen));
      case Reading.Unknown<List<String>> unknown -> seen.unseen(unknown);
    }
  }

  private static String inAHome(Sign sign) {
    return APPLICATIONS + sign.value().substring(USUAL.length() + 1);
  }

  private static Reading<List<String>> names(Answer.Said said) {
    boolean odd = said.code() != 0 || said.text().codePoints().anyMatch(MacRemoteTools::isOdd);
    return odd
        ? Reading.unknown(Reason.NOT_UNDERSTOOD, "a home's LaunchAgents: not told what is in it")
        : Reading.known(said.text().lines().toList());
  }

  /** What no maker puts into the name of a file. */
  private static boolean isOdd(int letter) {
    return letter == 0xFFFD || (letter != '\n' && Character.isISOControl(letter));
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
