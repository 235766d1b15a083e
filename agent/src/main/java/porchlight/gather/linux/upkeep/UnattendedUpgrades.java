package porchlight.gather.linux.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.Answers;
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
  private static final String INSTALL = "APT::Periodic::Unattended-Upgrade";

  private UnattendedUpgrades() {}

  static Reading<Updating> read(Machine machine) {
    return AptConfig.read(machine.ask(AptConfig.DUMP))
        .flatMap(config ->
            isInstalled(machine.ask(FILES))
                .flatMap(installed ->
                    installed
                        ? read(machine, config)
                        : Reading.known(new Updating(NAME, List.of(NAME + " is not installed")))));
  }

  /** Of a package that was removed, the list may stay, with its settings only. */
  private static Reading<Boolean> isInstalled(Answer files) {
    return files instanceof Answer.Missing
        ? Reading.known(false)
        : Answers.read(
            FILES, files, said -> Reading.known(said.text().lines().anyMatch(PROGRAM::equals)));
  }

  private static Reading<Updating> read(Machine machine, AptConfig config) {
    return settings(config)
        .flatMap(gaps ->
            gaps.isEmpty()
                ? Timers.read(machine.ask(Timers.SHOW))
                    .map(timers -> timers.off(List.of(Timers.APT_LISTS, Timers.APT_INSTALL)))
                : Reading.known(gaps))
        .map(gaps -> new Updating(NAME, gaps));
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
    return gaps.isEmpty() ? origins(config) : Reading.known(gaps);
  }

  /** It installs only what comes from the places that are named here. */
  private static Reading<List<String>> origins(AptConfig config) {
    List<String> allowed =
        Stream.of("Unattended-Upgrade::Origins-Pattern", "Unattended-Upgrade::Allowed-Origins")
            .flatMap(name -> config.values(name).stream())
            .toList();
    if (allowed.isEmpty()) {
      return Reading.known(List.of("no place is named that it may install from"));
    }
    return allowed.stream().anyMatch(UnattendedUpgrades::isSecurity)
        ? Reading.known(List.of())
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            "whether unattended-upgrades may install from the security archive");
  }

  private static boolean isSecurity(String origin) {
    return origin.toLowerCase(Locale.ROOT).contains("security") || origin.contains("*");
  }
}
