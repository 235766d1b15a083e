package porchlight.gather;

import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/**
 * From what a machine answered to what is known: every way of not answering is a way of not
 * knowing.
 */
public final class Answers {
  private static final int SHOWN = 160;

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
    return Reading.unknown(Reason.NOT_UNDERSTOOD, name(question) + ": " + brief(what));
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
