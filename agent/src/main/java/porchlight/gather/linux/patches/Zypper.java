package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
 * zypper, on the metadata that were refreshed last. What waits is a patch, which may bring several
 * packages; packages without patches are only asked for to see that none waits unjudged.
 *
 * <p>zypper goes to the network for metadata that it does not have, {@code --no-refresh} or not: so
 * it is only asked when they were seen on the disk.
 */
final class Zypper {
  static final Run REPOSITORIES =
      Run.of("zypper", "-x", "--non-interactive", "--no-refresh", "repos");
  static final Run SECURITY =
      Run.of(
          "zypper",
          "-x",
          "--non-interactive",
          "--no-refresh",
          "list-patches",
          "--category",
          "security");
  static final Run PACKAGES =
      Run.of("zypper", "-x", "--non-interactive", "--no-refresh", "list-updates", "--all");
  static final ListFolder CACHE = new ListFolder("/var/cache/zypp/raw");

  private static final RpmUpdates JUDGE =
      new RpmUpdates(
          "zypper",
          "sudo zypper refresh",
          Pattern.compile("(?i).*(?:update|basesystem|repo-oss).*"));

  // Done; updates wait; security updates wait; a restart, or one of zypper itself, is due.
  private static final Set<Integer> WELL = Set.of(0, 100, 101, 102, 103);
  private static final int NO_REPOSITORIES = 6;
  private static final int LOCKED = 7;
  private static final Pattern ALIAS = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

  private Zypper() {}

  static Reading<Patches> read(Machine machine) {
    return repositories(machine.ask(REPOSITORIES))
        .flatMap(aliases -> cached(aliases, machine))
        .flatMap(repositories -> {
          if (repositories.stream().anyMatch(one -> one.asOf().isEmpty())) {
            return JUDGE.judge(repositories, List.of(), List.of());
          }
          return security(machine.ask(SECURITY))
              .flatMap(patches ->
                  packages(patches, machine)
                      .flatMap(every -> JUDGE.judge(repositories, every, patches)));
        });
  }

  private static Reading<List<Update>> packages(List<Patches.Pending> patches, Machine machine) {
    return patches.isEmpty() ? packages(machine.ask(PACKAGES)) : Reading.known(List.of());
  }

  /** The aliases of those that are enabled. */
  static Reading<List<String>> repositories(Answer answer) {
    return read(
        REPOSITORIES,
        answer,
        "repo-list",
        xml -> {
          List<String> aliases = new ArrayList<>();
          for (var repo : xml.all("repo")) {
            String alias = repo.attribute("alias").replace('/', '_');
            String enabled = repo.attribute("enabled");
            if (!ALIAS.matcher(alias).matches()
                || Set.of(".", "..").contains(alias)
                || !Set.of("0", "1").contains(enabled)) {
              return Answers.notUnderstood(REPOSITORIES, "a repository " + alias);
            }
            if (enabled.equals("1")) {
              aliases.add(alias);
            }
          }
          return aliases.isEmpty()
              ? Reading.unknown(Reason.TOOL_MISSING, "zypper has no enabled repository")
              : Reading.known(aliases);
        });
  }

  private static Reading<List<Repository>> cached(List<String> aliases, Machine machine) {
    List<Repository> all = new ArrayList<>();
    for (String alias : aliases) {
      switch (Repository.read(alias, CACHE.folder(alias), machine)) {
        case Reading.Known<Repository>(var one) -> all.add(one);
        case Reading.Unknown<Repository> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(all);
  }

  /** Also those that zypper holds back until it has updated itself. */
  static Reading<List<Patches.Pending>> security(Answer answer) {
    return read(
        SECURITY,
        answer,
        "update-list",
        xml -> {
          List<Patches.Pending> pending = new ArrayList<>();
          if (xml.has("appletinfo") && !xml.has("update")) {
            return JUDGE.noAdvisories(); // its word for it: no-update-repositories
          }
          for (var update : xml.all("update")) {
            String name = update.attribute("name");
            if (name.isEmpty() || !update.attribute("kind").equals("patch")) {
              return Answers.notUnderstood(SECURITY, "an update that is not a patch: " + name);
            }
            if (Set.of("security", "").contains(update.attribute("category"))
                && !Set.of("applied", "not-needed").contains(update.attribute("status"))) {
              pending.add(
                  new Patches.Pending(
                      Answers.brief(name),
                      "not installed",
                      Answers.brief("patch " + update.attribute("edition"))));
            }
          }
          pending.sort(Comparator.comparing(Patches.Pending::name));
          return Reading.known(pending);
        });
  }

  static Reading<List<Update>> packages(Answer answer) {
    return read(
        PACKAGES,
        answer,
        "update-list",
        xml -> {
          List<Update> updates = new ArrayList<>();
          for (var element : xml.elements()) {
            if (element.name().equals("update")) {
              updates.add(
                  new Update(
                      Answers.brief(element.attribute("name")), element.attribute("edition"), ""));
            } else if (element.name().equals("source") && !updates.isEmpty()) {
              Update last = updates.removeLast();
              String alias = element.attribute("alias").replace('/', '_');
              updates.add(new Update(last.name(), last.available(), alias));
            }
          }
          return Reading.known(updates);
        });
  }

  private static <T> Reading<T> read(
      Run question, Answer answer, String needed, Function<ZypperXml, Reading<T>> read) {
    return Answers.read(
        question,
        answer,
        said -> {
          var xml = ZypperXml.of(said.text());
          String errors = xml.map(ZypperXml::errors).orElse("");
          if (said.code() == NO_REPOSITORIES) {
            return Reading.unknown(Reason.TOOL_MISSING, "zypper has no enabled repository");
          }
          if (said.code() == LOCKED) {
            return Reading.unknown(
                Reason.TIMED_OUT,
                Answers.name(question)
                    + ": another program holds its lock: "
                    + Answers.brief(errors + said.error()));
          }
          if (!WELL.contains(said.code()) || !errors.isEmpty()) {
            return Failed.because(
                question, new Answer.Said(said.code(), "", errors + " " + said.error()));
          }
          if (xml.isEmpty() || !xml.get().has(needed)) {
            return Answers.notUnderstood(question, "not zypper's XML");
          }
          return read.apply(xml.get());
        });
  }
}
