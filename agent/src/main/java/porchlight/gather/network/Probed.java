package porchlight.gather.network;

import java.util.function.BiFunction;
import java.util.function.Function;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;

/** What came of asking something on the network: its text, or why there is none. */
final class Probed {
  private Probed() {}

  static <T> T seen(Answer answer, Function<String, T> said, BiFunction<Reason, String, T> silent) {
    return switch (answer) {
      case Answer.Said(int code, var text, var error) -> said.apply(text);
      case Answer.TimedOut() -> silent.apply(Reason.TIMED_OUT, "no answer in time");
      case Answer.Failed(var detail) -> silent.apply(Reason.NOT_UNDERSTOOD, Answers.brief(detail));
      case Answer.Denied() ->
          silent.apply(Reason.NEEDS_PRIVILEGE, "this laptop does not let it be asked");
      case Answer.Missing() -> silent.apply(Reason.NOT_UNDERSTOOD, "nothing was asked");
      case Answer.TooLong(int limit) -> silent.apply(Reason.NOT_UNDERSTOOD, "too long");
    };
  }
}
