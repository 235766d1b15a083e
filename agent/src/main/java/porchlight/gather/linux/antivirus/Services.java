package porchlight.gather.linux.antivirus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.ShownUnits;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code systemctl show} of services. It is asked, and not their control groups, because it alone
 * tells a service that runs from one that still waits to be started, in whatever slice and on
 * whatever hierarchy; and only where a product is there at all.
 */
record Services(Map<String, Map<String, String>> units) {
  /** What has ClamAV look at every file that is opened. */
  static final List<String> ON_ACCESS = List.of("clamav-clamonacc.service", "clamonacc.service");

  private static final List<String> PROPERTIES =
      List.of("Id", "LoadState", "ActiveState", "SubState");
  private static final Set<String> RUNNING = Set.of("active", "reloading");
  private static final Set<String> STOPPED = Set.of("inactive", "failed", "deactivating");
  private static final Set<String> STATES =
      Set.of("active", "reloading", "inactive", "failed", "activating", "deactivating");
  private static final Set<String> THERE = Set.of("loaded", "masked");

  private static final List<String> ASKED = asked();

  static final Run SHOW = Run.of("systemctl", arguments());

  private static List<String> asked() {
    var all = new ArrayList<>(Products.SHIPPED.services());
    all.addAll(ON_ACCESS);
    return List.copyOf(all);
  }

  private static String[] arguments() {
    var all =
        new ArrayList<>(
            List.of("show", "--no-pager", "--property=" + String.join(",", PROPERTIES)));
    all.addAll(ASKED);
    return all.toArray(String[]::new);
  }

  static Reading<Services> read(Answer answer) {
    return Answers.read(SHOW, answer, Services::read);
  }

  private static Reading<Services> read(Answer.Said said) {
    return ShownUnits.read(
            SHOW,
            said,
            ASKED.size(),
            unit ->
                unit.keySet().equals(Set.copyOf(PROPERTIES))
                    && STATES.contains(unit.getOrDefault("ActiveState", "")))
        .map(Services::new);
  }

  /** Whether systemd knows one of them. */
  boolean knowsOneOf(List<String> names) {
    return names.stream().anyMatch(name -> THERE.contains(property(name, "LoadState")));
  }

  /** Whether one of them runs now. */
  Reading<Boolean> runs(List<String> names) {
    for (String name : names) {
      if (RUNNING.contains(property(name, "ActiveState"))
          && Set.of("running", "reload", "reload-signal", "reload-notify")
              .contains(property(name, "SubState"))) {
        return Reading.known(true);
      }
    }
    if (!knowsOneOf(names)) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "systemd knows no " + String.join(" and no ", names));
    }
    for (String name : names) {
      if (!units.containsKey(name)) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, "nothing is told of " + name);
      }
      if (!STOPPED.contains(property(name, "ActiveState"))) {
        return Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            name
                + " is "
                + property(name, "ActiveState")
                + " ("
                + Answers.brief(property(name, "SubState"))
                + ")");
      }
    }
    return Reading.known(false);
  }

  private String property(String name, String property) {
    return units.getOrDefault(name, Map.of()).getOrDefault(property, "");
  }
}
