package porchlight.gather.linux;

import java.util.List;
import java.util.Locale;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/** What a program means that ends with an error: its own words on standard error decide. */
public final class Failed {
  private static final List<String> DENIED =
      List.of("permission denied", "operation not permitted", "access denied", "not authorized");
  private static final List<String> ABSENT =
      List.of("no such file or directory", "is not running", "connection refused");
  private static final List<String> LATE = List.of("timed out", "timeout was reached");

  private Failed() {}

  public static <T> Reading<T> because(Question question, Answer.Said said) {
    String error = said.error().toLowerCase(Locale.ROOT);
    String what = Answers.name(question) + ": " + Answers.brief(said.error());
    if (DENIED.stream().anyMatch(error::contains)) {
      return Reading.unknown(Reason.NEEDS_PRIVILEGE, what);
    }
    if (ABSENT.stream().anyMatch(error::contains)) {
      return Reading.unknown(Reason.TOOL_MISSING, what);
    }
    if (LATE.stream().anyMatch(error::contains)) {
      return Reading.unknown(Reason.TIMED_OUT, what);
    }
    return Answers.notUnderstood(question, "exit " + said.code() + " " + said.error());
  }
}
