package porchlight.gather.macos;

import java.util.List;
import java.util.regex.Pattern;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** {@code fdesetup status}: FileVault, which every user may ask for. */
public final class FileVault {
  static final Run STATUS = Run.of("fdesetup", "status").hiding("for user '([^'\\n]+)'");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(STATUS);

  /** What may stand beside "is On" and takes nothing from it. */
  private static final Pattern HARMLESS =
      Pattern.compile("FileVault master keychain appears to be installed\\.");

  private FileVault() {}

  /** The Mac's own disk; what else is plugged in is not looked at. */
  public static Reading<Disks> read(Machine machine) {
    return read(machine.ask(STATUS));
  }

  static Reading<Disks> read(Answer answer) {
    return Answers.read(STATUS, answer, said -> read(said));
  }

  /** What is on its way there is not there yet, and what is on its way out is given up. */
  private static Reading<Disks> read(Answer.Said said) {
    List<String> lines = said.text().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (said.code() != 0 || lines.isEmpty()) {
      return Refusal.because(STATUS, said);
    }
    String first = lines.getFirst();
    List<String> rest = lines.subList(1, lines.size());
    if (first.equals("FileVault is Off.") || first.startsWith("FileVault is Off, but ")) {
      return place(Reading.known(Protection.PLAIN));
    }
    if (lines.stream().anyMatch(line -> line.startsWith("Decryption in progress"))) {
      return place(Reading.known(Protection.PLAIN));
    }
    if (lines.stream().anyMatch(line -> line.startsWith("Encryption in progress"))) {
      return place(Answers.notUnderstood(STATUS, "encryption is in progress"));
    }
    return first.equals("FileVault is On.")
            && rest.stream().allMatch(line -> HARMLESS.matcher(line).matches())
        ? place(Reading.known(Protection.ENCRYPTED))
        : Answers.notUnderstood(STATUS, said.text());
  }

  private static Reading<Disks> place(Reading<Protection> protection) {
    return Reading.known(new Disks(List.of(new Place("/", protection))));
  }
}
