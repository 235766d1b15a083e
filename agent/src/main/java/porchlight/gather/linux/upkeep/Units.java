package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
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
    if (said.code() != 0) {
      return said.error().contains("not been booted with systemd")
          ? Reading.unknown(Reason.NOT_SUPPORTED, "systemd does not run here")
          : Failed.because(SHOW, said);
    }
    var units = new HashMap<String, Map<String, String>>();
    var unit = new HashMap<String, String>();
    int blocks = 0;
    var lines = new ArrayList<>(said.text().lines().toList());
    lines.add("");
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        unit.put(line.substring(0, equals), line.substring(equals + 1));
      } else if (!line.isBlank()) {
        return Answers.notUnderstood(SHOW, line);
      } else if (!unit.isEmpty()) {
        if (!isWhole(unit)) {
          return Answers.notUnderstood(SHOW, unit.toString());
        }
        units.put(unit.getOrDefault("Id", ""), Map.copyOf(unit));
        unit.clear();
        blocks++;
      }
    }
    return blocks != ASKED // one for each name, whether there is such a timer or not
        ? Answers.notUnderstood(SHOW, "it tells of " + blocks + " units of " + ASKED)
        : Reading.known(new Units(Map.copyOf(units)));
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
