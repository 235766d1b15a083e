package porchlight.gather.linux.patches;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Run;

/**
 * pacman, on the databases that were synchronised last. It knows no security updates, so that every
 * update counts. A database carries the time at which its server made it.
 */
final class Pacman {
  static final Run CONFIGURATION = Run.of("pacman-conf");
  static final Run UPDATES = Run.of("pacman", "-Qu");
  static final ListFolder DATABASES = new ListFolder("/var/lib/pacman/sync");

  static final String MANAGER =
      "pacman, which does not tell security updates from others: all count";
  // Everything comes from these; another maker's may not change for months.
  private static final Set<String> OWN = Set.of("core", "extra");
  private static final Pattern SECTION = Pattern.compile("\\[([A-Za-z0-9@._+-]{1,100})]");
  private static final Pattern UPDATE =
      Pattern.compile(
          "([A-Za-z0-9@_+][A-Za-z0-9@._+-]{0,200}) (\\S{1,200}) -> (\\S{1,200})(?: \\[ignored])?");
  private static final Pattern HARMLESS =
      Pattern.compile("warning: \\S+: (?:local \\(\\S+\\) is newer than .*|ignoring package .*)");

  private Pacman() {}

  static Reading<Patches> read(Machine machine) {
    return repositories(machine.ask(CONFIGURATION))
        .flatMap(repositories -> times(repositories, machine))
        .flatMap(times -> judge(times, updates(machine.ask(UPDATES))));
  }

  /** Found pending is pending, whatever else was never fetched. */
  private static Reading<Patches> judge(
      Map<String, Optional<Instant>> times, Reading<List<Patches.Pending>> updates) {
    boolean some =
        updates instanceof Reading.Known<List<Patches.Pending>>(var pending) && !pending.isEmpty();
    for (var one : times.entrySet()) {
      if (one.getValue().isEmpty() && !some) {
        return never(one.getKey());
      }
    }
    return asOf(times)
        .map(asOf -> updates.map(all -> new Patches(MANAGER, all, asOf)))
        .orElseGet(() -> never("core"));
  }

  private static Reading<Patches> never(String repository) {
    return Reading.unknown(
        Reason.TOOL_MISSING,
        "pacman has never synchronised the repository " + repository + "; sudo pacman -Syu");
  }

  static Reading<List<String>> repositories(Answer answer) {
    return Answers.read(
        CONFIGURATION,
        answer,
        said -> {
          if (said.code() != 0) {
            return Failed.because(CONFIGURATION, said);
          }
          List<String> repositories = new ArrayList<>();
          boolean here = false;
          for (String line : said.text().lines().toList()) {
            var section = SECTION.matcher(line.strip());
            if (section.matches() && !section.group(1).equals("options")) {
              repositories.add(section.group(1));
            } else if (!section.matches() && line.startsWith("[")) {
              return Answers.notUnderstood(CONFIGURATION, line);
            }
            here |= line.matches("DBPath = /var/lib/pacman/?");
          }
          if (!here) {
            return Answers.notUnderstood(CONFIGURATION, "its DBPath is not /var/lib/pacman");
          }
          return repositories.isEmpty()
              ? Reading.unknown(Reason.TOOL_MISSING, "pacman has no repository")
              : Reading.known(repositories);
        });
  }

  private static Reading<Map<String, Optional<Instant>>> times(
      List<String> repositories, Machine machine) {
    Map<String, Optional<Instant>> times = new TreeMap<>();
    for (String repository : repositories) {
      var question = DATABASES.modified(repository + ".db");
      var answer = machine.ask(question);
      if (answer instanceof Answer.Missing) {
        times.put(repository, Optional.empty());
        continue;
      }
      switch (Repository.time(question, answer)) {
        case Reading.Known<Instant>(var time) -> times.put(repository, Optional.of(time));
        case Reading.Unknown<Instant> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(times);
  }

  /** Or a distribution's rebuild of them, which comes before them. */
  private static boolean isOwn(String repository) {
    return OWN.stream().anyMatch(repository::contains) || repository.startsWith("cachyos");
  }

  private static Optional<Instant> asOf(Map<String, Optional<Instant>> times) {
    boolean own = times.keySet().containsAll(OWN);
    return times.entrySet().stream()
        .filter(one -> !own || isOwn(one.getKey()))
        .flatMap(one -> one.getValue().stream())
        .min(Instant::compareTo);
  }

  /** It ends with 1 both when nothing waits and when it could not look: then it says so. */
  static Reading<List<Patches.Pending>> updates(Answer answer) {
    return Answers.read(
        UPDATES,
        answer,
        said -> {
          boolean none = said.code() == 1 && said.text().isBlank();
          boolean quiet = said.error().lines().allMatch(HARMLESS.asMatchPredicate());
          if ((none && !quiet) || (said.code() != 0 && !none)) {
            return Failed.because(UPDATES, said);
          }
          List<Patches.Pending> pending = new ArrayList<>();
          for (String line : said.text().lines().toList()) {
            var update = UPDATE.matcher(line);
            if (!update.matches()) {
              return Answers.notUnderstood(UPDATES, line);
            }
            pending.add(new Patches.Pending(update.group(1), update.group(2), update.group(3)));
          }
          if (pending.isEmpty() && !none) {
            return Answers.notUnderstood(UPDATES, "exit 0 and nothing said");
          }
          pending.sort(java.util.Comparator.comparing(Patches.Pending::name));
          return Reading.known(pending);
        });
  }
}
