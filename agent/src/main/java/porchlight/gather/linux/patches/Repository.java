package porchlight.gather.linux.patches;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.Modified;

/**
 * One repository of rpm packages that is enabled, as its metadata lie on this disk.
 *
 * @param asOf when they were last found to be those of the repository; empty when there are none
 * @param saysWhichAreSecurity whether the list of advisories is among them
 */
record Repository(String id, Optional<Instant> asOf, boolean saysWhichAreSecurity) {
  private static final Pattern ADVISORIES = Pattern.compile("(?:.*-)?updateinfo\\.xml(?:\\..*)?");

  // dnf touches the one, zypper the other when the repository still has the same.
  private static final Pattern CHECKED = Pattern.compile("repomd\\.xml|.*primary\\.xml(?:\\..*)?");

  // Of what createrepo_c writes; anything else is not asked about.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

  /** A repository whose metadata are not on this disk. */
  static Repository without(String id) {
    return new Repository(id, Optional.empty(), false);
  }

  /** From the folder in which a tool keeps the repository's {@code repodata}. */
  static Reading<Repository> read(String id, ListFolder cache, Machine machine) {
    ListFolder folder = cache.folder("repodata");
    var answer = machine.ask(folder);
    if (answer instanceof Answer.Missing) {
      return Reading.known(without(id));
    }
    return Answers.read(folder, answer, said -> read(id, folder, said.text(), machine));
  }

  private static Reading<Repository> read(
      String id, ListFolder folder, String listing, Machine machine) {
    List<String> names =
        listing.lines().filter(name -> NAME.matcher(name).matches()).sorted().toList();
    if (!names.contains("repomd.xml")) {
      return Reading.known(without(id));
    }
    Optional<Instant> newest = Optional.empty();
    for (String name : names) {
      if (CHECKED.matcher(name).matches()) {
        switch (time(folder.modified(name), machine.ask(folder.modified(name)))) {
          case Reading.Known<Instant>(var time) ->
              newest = newest.filter(time::isBefore).or(() -> Optional.of(time));
          case Reading.Unknown<Instant> unknown -> {
            return unknown.as();
          }
        }
      }
    }
    boolean advisories = names.stream().anyMatch(name -> ADVISORIES.matcher(name).matches());
    return Reading.known(new Repository(id, newest, advisories));
  }

  /** When a file was changed. */
  static Reading<Instant> time(Modified question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          try {
            return Reading.known(Instant.parse(said.text().strip()));
          } catch (DateTimeException notATime) {
            return Answers.notUnderstood(question, said.text());
          }
        });
  }

  /** The time that holds for all of them: the oldest; empty when none has any metadata. */
  static Optional<Instant> oldest(List<Repository> all) {
    return all.stream().flatMap(one -> one.asOf().stream()).min(Comparator.naturalOrder());
  }
}
