package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.Answers;
import porchlight.gather.linux.OsRelease;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** Debian's unattended-upgrades: installed, told to, allowed to, and started by its timers. */
final class UnattendedUpgrades {
  /** What dpkg has put on the disk for the package. */
  static final ReadFile FILES = new ReadFile("/var/lib/dpkg/info/unattended-upgrades.list");

  private static final String PROGRAM = "/usr/bin/unattended-upgrade";
  private static final String NAME = "unattended-upgrades";
  private static final String ENABLE = "APT::Periodic::Enable";
  private static final String LISTS = "APT::Periodic::Update-Package-Lists";
  private static final String BLACKLIST = "Unattended-Upgrade::Package-Blacklist";
  private static final String WHITELIST = "Unattended-Upgrade::Package-Whitelist";
  private static final String AT_SHUTDOWN = "Unattended-Upgrade::InstallOnShutdown";
  private static final Set<String> NO = Set.of("", "false", "no", "without", "off", "disable", "0");
  private static final Set<String> EVERYTHING =
      Set.of("", ".", ".*", ".+", "^", "^.", "^.*", "^.+", "^.*$", "^.+$");
  private static final String INSTALL = "APT::Periodic::Unattended-Upgrade";

  private UnattendedUpgrades() {}

  static Reading<Updating> read(Machine machine, OsRelease os) {
    return AptConfig.read(machine.ask(AptConfig.DUMP))
        .flatMap(config ->
            isInstalled(machine.ask(FILES))
                .flatMap(installed ->
                    installed
                        ? read(machine, config, os)
                        : Reading.known(new Updating(NAME, List.of(NAME + " is not installed")))));
  }

  /** Of a package that was removed, the list may stay, with its settings only. */
  private static Reading<Boolean> isInstalled(Answer files) {
    return files instanceof Answer.Missing
        ? Reading.known(false)
        : Answers.read(
            FILES, files, said -> Reading.known(said.text().lines().anyMatch(PROGRAM::equals)));
  }

  private static Reading<Updating> read(Machine machine, AptConfig config, OsRelease os) {
    return settings(config)
        .flatMap(gaps -> gaps.isEmpty() ? origins(config, os) : Reading.known(gaps))
        .flatMap(gaps ->
            gaps.isEmpty()
                ? Units.read(machine.ask(Units.SHOW)).map(units -> units.off(needed(config)))
                : Reading.known(gaps))
        .map(gaps -> new Updating(NAME, gaps));
  }

  private static Reading<List<String>> origins(AptConfig config, OsRelease os) {
    return UpgradeOrigins.of(os)
        .map(origins -> origins.gaps(config))
        .orElseGet(() ->
            Reading.unknown(
                Reason.NOT_SUPPORTED,
                "which archive brings the security updates of " + os.title() + " is not known"));
  }

  /** The timers, what they start, and what waits for the shutdown where that is chosen. */
  private static List<String> needed(AptConfig config) {
    var units = new ArrayList<>(Units.APT);
    if (!NO.contains(config.value(AT_SHUTDOWN).toLowerCase(Locale.ROOT))) {
      units.add(Units.AT_SHUTDOWN);
    }
    return units;
  }

  private static Reading<List<String>> settings(AptConfig config) {
    Reading<Boolean> enabled =
        config.value(ENABLE).isEmpty() ? Reading.known(true) : config.isDone(ENABLE);
    return enabled.flatMap(on ->
        config
            .isDone(LISTS)
            .flatMap(lists ->
                config.isDone(INSTALL).flatMap(installs -> settings(on, lists, installs, config))));
  }

  private static Reading<List<String>> settings(
      boolean on, boolean lists, boolean installs, AptConfig config) {
    var gaps = new ArrayList<String>();
    if (!on) {
      gaps.add(ENABLE + " is 0");
    }
    if (!lists) {
      gaps.add(LISTS + " is 0 or not set");
    }
    if (!installs) {
      gaps.add(INSTALL + " is 0 or not set");
    }
    gaps.addAll(lists(config));
    return Reading.known(gaps);
  }

  /** What it leaves out by name. */
  private static List<String> lists(AptConfig config) {
    var gaps = new ArrayList<String>();
    if (config.values(BLACKLIST).stream().anyMatch(EVERYTHING::contains)) {
      gaps.add(BLACKLIST + " names everything");
    }
    if (!config.values(WHITELIST).isEmpty()) {
      gaps.add(WHITELIST + " lets nothing else in");
    }
    return gaps;
  }
}
