package porchlight.gather.linux.patches;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadLink;
import porchlight.machine.Run;

/**
 * dnf 4 and dnf5, on the metadata that root fetched last ({@code -C}); excluded and locked packages
 * count as well, where the program can be told so.
 *
 * <p>Without metadata both say "nothing" and end well, so nothing they say is believed before every
 * enabled repository's metadata were seen on the disk.
 *
 * @param cache where the metadata of each repository are, in a folder {@code ID-HASH}
 */
record Dnf(String manager, Run repositories, Run all, Run security, ListFolder cache) {
  static final ReadLink PROGRAM = new ReadLink("/usr/bin/dnf");

  static final Run REPOSITORIES_4 = Run.of("dnf", "-q", "-C", "repolist").within(seconds(4));
  static final Run ALL_4 =
      Run.of(
          "dnf",
          "-q",
          "-C",
          "--disableexcludes=all",
          "--disableplugin=versionlock",
          "check-update");
  static final Run SECURITY_4 =
      Run.of(
          "dnf",
          "-q",
          "-C",
          "--disableexcludes=all",
          "--disableplugin=versionlock",
          "check-update",
          "--security");
  static final ListFolder CACHE_4 = new ListFolder("/var/cache/dnf");

  // dnf5 as a user would look at a copy of its own, of another age than the one that we look at.
  static final Run REPOSITORIES_5 =
      Run.of("dnf5", "-q", "-C", "--setopt=cachedir=/var/cache/libdnf5", "repo", "list")
          .within(seconds(4));
  static final Run ALL_5 =
      Run.of(
          "dnf5",
          "-q",
          "-C",
          "--setopt=cachedir=/var/cache/libdnf5",
          "--setopt=disable_excludes=*",
          "check-upgrade");
  static final Run SECURITY_5 =
      Run.of(
          "dnf5",
          "-q",
          "-C",
          "--setopt=cachedir=/var/cache/libdnf5",
          "--setopt=disable_excludes=*",
          "check-upgrade",
          "--security");
  static final ListFolder CACHE_5 = new ListFolder("/var/cache/libdnf5");

  static final Dnf FOUR = new Dnf("dnf", REPOSITORIES_4, ALL_4, SECURITY_4, CACHE_4);
  static final Dnf FIVE = new Dnf("dnf5", REPOSITORIES_5, ALL_5, SECURITY_5, CACHE_5);

  // Fedora's; those of RHEL and what is made from it; Amazon's.
  private static final Pattern OWN = Pattern.compile("(?i)updates|.*baseos.*|amazonlinux.*");

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** The dnf that {@code dnf} is here: a link to dnf5 on newer systems. */
  static Reading<Patches> read(Machine machine) {
    return switch (machine.ask(PROGRAM)) {
      case Answer.Said said when said.text().strip().endsWith("dnf5") -> FIVE.updates(machine);
      case Answer.Said said -> FOUR.updates(machine);
      case Answer.Failed notALink -> FOUR.updates(machine);
      case Answer.Missing missing -> FIVE.updates(machine);
      case Answer other -> Answers.read(PROGRAM, other, said -> FOUR.updates(machine));
    };
  }

  private Reading<Patches> updates(Machine machine) {
    var judge = new RpmUpdates(manager, "sudo dnf makecache", OWN);
    return enabled(machine.ask(repositories))
        .flatMap(ids -> cached(ids, machine))
        .flatMap(repos ->
            table(all, machine)
                .flatMap(every ->
                    (every.isEmpty() ? Reading.known(every) : table(security, machine))
                        .flatMap(some -> judge.judge(repos, every, pending(some, machine)))));
  }

  private static Reading<List<Update>> table(Run question, Machine machine) {
    Answer answer = machine.ask(question);
    return answer instanceof Answer.Said said && said.error().contains("no cache for")
        ? Reading.unknown(Reason.TOOL_MISSING, Answers.brief(said.error()) + "; sudo dnf makecache")
        : DnfTable.read(question, answer);
  }

  private static List<Patches.Pending> pending(List<Update> updates, Machine machine) {
    return updates.isEmpty()
        ? List.of()
        : Rpm.pending(updates, Rpm.installed(machine.ask(Rpm.INSTALLED)));
  }

  /** The ids in the first column; what a long name leaves over is on lines that begin in blanks. */
  Reading<List<String>> enabled(Answer answer) {
    return Answers.read(
        repositories,
        answer,
        said -> {
          if (said.code() != 0) {
            return Failed.because(repositories, said);
          }
          List<String> ids = new ArrayList<>();
          boolean headed = false;
          for (String line : said.text().lines().toList()) {
            String id = line.split(" ", 2)[0].replaceFirst("^[*!]+", "");
            if (line.toLowerCase(Locale.ROOT).startsWith("repo id ")) {
              headed = true;
            } else if (headed && DnfTable.REPOSITORY.matcher(id).matches()) {
              ids.add(id);
            } else if (!line.isBlank() && (!headed || !line.startsWith(" "))) {
              return Answers.notUnderstood(repositories, line);
            }
          }
          return ids.isEmpty()
              ? Reading.unknown(Reason.TOOL_MISSING, manager + " has no enabled repository")
              : Reading.known(ids);
        });
  }

  private Reading<List<Repository>> cached(List<String> ids, Machine machine) {
    return Answers.read(
        cache,
        machine.ask(cache),
        said -> {
          List<Repository> all = new ArrayList<>();
          for (String id : ids) {
            switch (cached(id, said.text(), machine)) {
              case Reading.Known<Repository>(var one) -> all.add(one);
              case Reading.Unknown<Repository> unknown -> {
                return unknown.as();
              }
            }
          }
          return Reading.known(all);
        });
  }

  /** A repository that was moved leaves its old folder behind: the newer one is in use. */
  private Reading<Repository> cached(String id, String folders, Machine machine) {
    var name = Pattern.compile(Pattern.quote(id) + "-[0-9a-f]{16}");
    Reading<Repository> found = Reading.known(Repository.without(id));
    for (String folder : folders.lines().filter(name.asMatchPredicate()).toList()) {
      found =
          found.flatMap(first ->
              Repository.read(id, cache.folder(folder), machine)
                  .map(second -> isNewer(first, second) ? first : second));
    }
    return found;
  }

  private static boolean isNewer(Repository first, Repository second) {
    return first.asOf().isPresent()
        && (second.asOf().isEmpty() || first.asOf().get().isAfter(second.asOf().get()));
  }
}
