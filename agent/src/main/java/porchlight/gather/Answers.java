package porchlight.gather;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * From what a machine answered to what is known: every way of not answering is a way of not
 * knowing.
 */
public final class Answers {
  private static final int SHOWN = 160;

  /** How much is looked through for what may be shown. */
  private static final int READ = 4_000;

  private Answers() {}

  /**
   * What {@code read} makes of an answer that was given; any other answer is unknown with its own
   * reason.
   */
  public static <T> Reading<T> read(
      Question question, Answer answer, Function<Answer.Said, Reading<T>> read) {
    if (answer instanceof Answer.Said said) {
      return read.apply(said); // nearly always: a switch over types costs the first time
    }
    return switch (answer) {
      case Answer.Said said -> read.apply(said);
      case Answer.Missing() ->
          Reading.unknown(Reason.TOOL_MISSING, name(question) + " is not there");
      case Answer.Denied() ->
          Reading.unknown(Reason.NEEDS_PRIVILEGE, name(question) + ": permission denied");
      case Answer.TimedOut() ->
          Reading.unknown(Reason.TIMED_OUT, name(question) + " did not answer in time");
      case Answer.TooLong(int limit) ->
          Reading.unknown(
              Reason.NOT_UNDERSTOOD, name(question) + " answered more than " + limit + " bytes");
      case Answer.Failed(var detail) ->
          Reading.unknown(Reason.NOT_UNDERSTOOD, name(question) + ": " + brief(detail));
    };
  }

  /** The answer was given but cannot be relied on. */
  public static <T> Reading<T> notUnderstood(Question question, String what) {
    return Reading.unknown(Reason.NOT_UNDERSTOOD, name(question) + ": " + quote(question, what));
  }

  /** Words of an answer as a message has them: few, and without the names that a run hides. */
  public static String quote(Question question, String what) {
    String kept = what.substring(0, Math.min(what.length(), READ));
    if (question instanceof Run run) {
      for (Pattern personal : run.personal()) {
        kept = personal.matcher(kept).replaceAll(Answers::withoutName);
      }
    }
    return brief(kept);
  }

  private static String withoutName(MatchResult found) {
    String all = found.group();
    if (found.groupCount() < 1 || found.group(1) == null) {
      return Matcher.quoteReplacement(all);
    }
    String before = all.substring(0, found.start(1) - found.start());
    return Matcher.quoteReplacement(before + "…" + all.substring(found.end(1) - found.start()));
  }

  /** A question as a message names it: without the sign in front. */
  public static String name(Question question) {
    return question.text().substring(2);
  }

  /** Text from outside, on one line, without control characters and not long. */
  public static String brief(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
