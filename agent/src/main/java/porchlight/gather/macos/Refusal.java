package porchlight.gather.macos;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/**
 * What a program of macOS means that would not say: its own words decide, wherever it puts them,
 * because exit codes lie here.
 */
public final class Refusal {
  /** EACCES, and what programs say that want an administrator. */
  private static final List<String> DENIED =
      List.of(
          "permission denied",
          "must be root",
          "administrator access",
          "requires root",
          "you don’t have permission",
          "you don't have permission",
          "not privileged");

  /** EPERM, to root as well: macOS wants Full Disk Access to be granted first. */
  private static final String WANTS_CONSENT = "operation not permitted";

  private static final List<String> ABSENT =
      List.of("no such file", "does not exist", "could not be found");

  private static final Pattern REASON =
      Pattern.compile("couldn[’']t be opened because ([^.\"]{1,80})");

  private Refusal() {}

  public static <T> Reading<T> because(Question question, Answer.Said said) {
    String words = (said.error() + " " + said.text()).toLowerCase(Locale.ROOT);
    String what = Answers.name(question) + ": " + Answers.quote(question, why(said));
    if (words.contains(WANTS_CONSENT)) {
      return Reading.unknown(Reason.NEEDS_CONSENT, what + " (Full Disk Access is not granted)");
    }
    if (DENIED.stream().anyMatch(words::contains)) {
      return Reading.unknown(Reason.NEEDS_PRIVILEGE, what);
    }
    if (ABSENT.stream().anyMatch(words::contains)) {
      return Reading.unknown(Reason.TOOL_MISSING, what);
    }
    return Answers.notUnderstood(question, "exit " + said.code() + " " + said.error());
  }

  /** Of the long words of Foundation only the reason. */
  private static String why(Answer.Said said) {
    String words = said.error() + " " + said.text();
    Matcher reason = REASON.matcher(words);
    return reason.find() ? reason.group(1) : words;
  }
}
