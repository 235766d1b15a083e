package porchlight.gather.macos.people;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** Who sits at the screen, and who we are: settings of a person are read as that person. */
public final class Console {
  static final Run OWNER = Run.of("stat", "-f", "%u:%Su", "/dev/console").hiding("^\\d+:(.+)$");
  public static final Run OURS = Run.of("id", "-u");

  private static final Pattern ROW = Pattern.compile("(\\d{1,9}):([^\\s:\\p{Cntrl}]{1,64})");
  private static final Set<String> NOBODY = Set.of("root", "_mbsetupuser", "loginwindow");

  private Console() {}

  /** The person at the screen. */
  record Person(int number, String name) {}

  /** Empty while nobody is logged in there. */
  static Reading<Optional<Person>> person(Answer answer) {
    return Answers.read(
        OWNER,
        answer,
        said -> {
          Matcher row = ROW.matcher(said.text().strip());
          if (said.code() != 0 || !row.matches()) {
            return Refusal.because(OWNER, said);
          }
          int number = Integer.parseInt(row.group(1));
          return Reading.known(
              number == 0 || NOBODY.contains(row.group(2))
                  ? Optional.empty()
                  : Optional.of(new Person(number, row.group(2))));
        });
  }

  /** The number of the account that asks; 0 is root's. */
  public static Reading<Integer> ours(Answer answer) {
    return Answers.read(
        OURS,
        answer,
        said ->
            said.code() == 0 && said.text().strip().matches("\\d{1,9}")
                ? Reading.known(Integer.parseInt(said.text().strip()))
                : Refusal.because(OURS, said));
  }
}
