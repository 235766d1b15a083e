package porchlight.gather.linux.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.ShownUnits;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code systemctl show} of the timers that start updates, and of the services that these start: a
 * timer may run for ever while its service is masked.
 */
record Units(Map<String, Map<String, String>> units) {
  static final String APT_LISTS = "apt-daily.timer";
  static final String APT_INSTALL = "apt-daily-upgrade.timer";
  static final String DNF = "dnf-automatic.timer";
  static final String DNF_INSTALL = "dnf-automatic-install.timer";
  static final String DNF5 = "dnf5-automatic.timer";
  static final String SUSE = "transactional-update.timer";

  static final String AT_SHUTDOWN = "unattended-upgrades.service";

  static final Run SHOW =
      Run.of(
          "systemctl",
          "show",
          "--no-pager",
          "--property=Id,LoadState,ActiveState,UnitFileState",
          APT_LISTS,
          APT_INSTALL,
          DNF,
          DNF_INSTALL,
          DNF5,
          SUSE,
          "apt-daily.service",
          "apt-daily-upgrade.service",
          "dnf-automatic.service",
          "dnf-automatic-install.service",
          "dnf5-automatic.service",
          "transactional-update.service",
          AT_SHUTDOWN);

  static final List<String> APT = List.of(APT_LISTS, APT_INSTALL);

  private static final int ASKED = 13;
  private static final Set<String> STATES =
      Set.of("active", "reloading", "inactive", "failed", "activating", "deactivating");
  private static final Set<String> STARTED_BY_ITSELF = Set.of("enabled", "static", "generated");

  static Reading<Units> read(Answer answer) {
    return Answers.read(SHOW, answer, Units::said);
  }

  private static Reading<Units> said(Answer.Said said) {
    return ShownUnits.read(SHOW, said, ASKED, Units::isWhole).map(Units::new);
  }

  private static boolean isWhole(Map<String, String> unit) {
    return unit.keySet().containsAll(List.of("Id", "LoadState", "ActiveState", "UnitFileState"))
        && STATES.contains(unit.get("ActiveState"));
  }

  /** Whether there is such a timer, running or not. */
  boolean has(String name) {
    return is(name, "LoadState", "loaded") || is(name, "LoadState", "masked");
  }

  /** It runs now and will after a restart, and what it starts may be started. */
  boolean isOn(String name) {
    return runs(name) && is(started(name), "LoadState", "loaded");
  }

  private boolean runs(String name) {
    return is(name, "LoadState", "loaded")
        && is(name, "ActiveState", "active")
        && STARTED_BY_ITSELF.contains(property(name, "UnitFileState"));
  }

  /** The service of a timer; a service itself. */
  private static String started(String name) {
    return name.endsWith(".timer")
        ? name.substring(0, name.length() - ".timer".length()) + ".service"
        : name;
  }

  private boolean is(String name, String property, String value) {
    return property(name, property).equals(value);
  }

  private String property(String name, String property) {
    return units.getOrDefault(name, Map.of()).getOrDefault(property, "");
  }

  /** What is told of those that are not on. */
  List<String> off(List<String> names) {
    return names.stream()
        .filter(name -> !isOn(name))
        .map(name -> runs(name) ? started(name) + " is masked or not there" : name + " is off")
        .toList();
  }
}
