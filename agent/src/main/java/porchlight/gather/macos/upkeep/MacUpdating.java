package porchlight.gather.macos.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.macos.SwVers;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** Whether a Mac installs security updates by itself: what is enforced, then what is set. */
public final class MacUpdating {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(UpdateSettings.OWN, UpdateSettings.MANAGED, Declared.STATE);

  private static final String BY = "softwareupdate";

  /** The first version in which updates can be declared. */
  private static final int FIRST_DECLARED = 14;

  private static final Map<String, String> GAPS =
      Map.of(
          Switches.CHECK, "macOS does not look for updates by itself",
          Switches.DOWNLOAD, "updates are not downloaded by themselves",
          Switches.INSTALL, "updates of macOS are not installed by themselves",
          Switches.CRITICAL, "quick security fixes are not installed by themselves",
          Switches.DATA, "new data of XProtect and Gatekeeper are not installed by themselves");

  private MacUpdating() {}

  public static Reading<Updating> read(Machine machine) {
    return SwVers.read(machine)
        .flatMap(system ->
            UpdateSettings.own(machine)
                .flatMap(Switches::read)
                .flatMap(own ->
                    UpdateSettings.managed(machine)
                        .flatMap(Switches::read)
                        .flatMap(managed ->
                            declared(machine, system)
                                .flatMap(declared -> judge(own, managed, declared.switches())))));
  }

  private static Reading<Declared> declared(Machine machine, SwVers system) {
    return system.version().numbers().getFirst() < FIRST_DECLARED
        ? Reading.known(new Declared(Map.of()))
        : Declared.read(machine);
  }

  private static Reading<Updating> judge(
      Map<String, Boolean> own, Map<String, Boolean> managed, Map<String, Boolean> declared) {
    var all = new HashMap<>(own);
    all.putAll(managed);
    all.putAll(declared);
    var gaps = new ArrayList<String>();
    for (String key : Switches.ALL) {
      if (!all.getOrDefault(key, true)) { // what was never touched is on
        gaps.add(GAPS.getOrDefault(key, key));
      }
    }
    return gaps.isEmpty() && !all.containsKey(Switches.INSTALL)
        ? Reading.unknown(
            Reason.NOT_SUPPORTED,
            "whether macOS installs its updates by itself was never set on this Mac ("
                + Switches.INSTALL
                + "), and it does not tell what holds then")
        : Reading.known(new Updating(BY, gaps));
  }
}
