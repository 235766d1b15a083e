package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * The table of {@code check-update}: name, version and repository of each update, three words that
 * dnf 4 breaks over lines when they are long; dnf5 puts headings over it. What stands under
 * "Obsoleting" is a second look at the same packages, but for those that take the place of one of
 * another name.
 */
final class DnfTable {
  private static final int UPDATES = 100;
  private static final Set<String> HEADINGS = Set.of("upgrades", "available upgrades");
  private static final Pattern OBSOLETING = Pattern.compile("(?i)Obsoleting packages:?");
  private static final Pattern PROSE =
      Pattern.compile(
          "Last metadata expiration check: .*"
              + "|Security: \\S+ is (?:an installed security update|the currently running version)"
              + "|No security updates needed.*"
              + "|(?:Updating and loading repositories:|Repositories loaded\\.)"
              // Of Red Hat's subscriptions; but one that brings no updates is no prose.
              + "|(?:Updating|Not root,) Subscription Management repositories.*"
              + "|Unable to read consumer identity"
              + "|This system (?:is|has been) (?!.*not receiving updates).*registered.*");
  private static final Pattern PACKAGE =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+^~-]{0,250}\\.[a-z0-9_]{1,20}");
  private static final Pattern VERSION =
      Pattern.compile("(?:[0-9]{1,10}:)?[A-Za-z0-9._+^~]{1,200}-[A-Za-z0-9._+^~]{1,200}");
  static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.:][A-Za-z0-9_.:-]{0,200}");

  private DnfTable() {}

  /** Nothing is only believed of an exit that says nothing, something only of one that says so. */
  static Reading<List<Update>> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.code() != UPDATES && said.code() != 0) {
            return Failed.because(question, said);
          }
          var updates = updates(said.text());
          if (updates.isEmpty() || updates.get().isEmpty() == (said.code() == UPDATES)) {
            return Answers.notUnderstood(question, "exit " + said.code() + " " + said.text());
          }
          return Reading.known(updates.get());
        });
  }

  private static Optional<List<Update>> updates(String text) {
    List<Update> updates = new ArrayList<>();
    List<Update> replacing = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean obsoleting = false;
    boolean replaced = false;
    for (String line : text.lines().toList()) {
      boolean goesOn = line.startsWith(" ");
      boolean heading = OBSOLETING.matcher(line).matches();
      if (heading || HEADINGS.contains(line.toLowerCase(java.util.Locale.ROOT))) {
        obsoleting = heading;
      } else if (!line.isBlank() && !PROSE.matcher(line).matches()) {
        if (words.isEmpty()) {
          replaced = goesOn;
        }
        // What is replaced stands indented below what replaces it.
        if (goesOn == words.isEmpty() && !(obsoleting && goesOn && !replacing.isEmpty())) {
          return Optional.empty();
        }
        words.addAll(List.of(line.strip().split(" +")));
        if (words.size() >= 3) {
          if (!isUpdate(words)) {
            return Optional.empty();
          }
          var one = new Update(words.get(0), words.get(1), words.get(2));
          if (!obsoleting) {
            updates.add(one);
          } else if (!replaced) {
            replacing.add(one);
          } else {
            replacing.add(replacement(one, replacing.removeLast()));
          }
          words.clear();
        }
        continue;
      }
      if (!words.isEmpty()) {
        return Optional.empty();
      }
    }
    replacing.stream().filter(one -> isNews(one, updates)).forEach(updates::add);
    return words.isEmpty() ? Optional.of(updates) : Optional.empty();
  }

  /** The update of a package to one of another name, told under its own; of several, the first. */
  private static Update replacement(Update old, Update by) {
    return by.available().contains(" ")
        ? by
        : new Update(old.name(), by.name() + " " + by.available(), by.repository());
  }

  /** Whether what replaces it is not an update of its own, or has replaced nothing. */
  private static boolean isNews(Update one, List<Update> updates) {
    String by = one.available().split(" ", -1)[0];
    return one.available().contains(" ")
        && updates.stream().noneMatch(update -> update.name().equals(by));
  }

  private static boolean isUpdate(List<String> words) {
    return words.size() == 3
        && PACKAGE.matcher(words.get(0)).matches()
        && VERSION.matcher(words.get(1)).matches()
        && REPOSITORY.matcher(words.get(2).replaceFirst("^@", "")).matches();
  }
}
