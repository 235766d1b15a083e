package porchlight.gather.macos;

import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** What {@code system_profiler -json} says of one of its data types. */
public final class SystemProfiler {
  private SystemProfiler() {}

  public static <T> Reading<T> read(
      Run question, Answer answer, Function<Json, Reading<T>> reading) {
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.code() != 0) {
            return Refusal.because(question, said);
          }
          try {
            return reading.apply(JsonText.parse(said.text()));
          } catch (JsonText.NotJson wrong) {
            return Answers.notUnderstood(question, String.valueOf(wrong.getMessage()));
          }
        });
  }
}
