package porchlight.gather;

import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/** Answers about files of a person, told without the person's name. */
public final class Told {
  private Told() {}

  /** As {@link Answers#read}, the question called {@code name} in what is said of it. */
  public static <T> Reading<T> read(
      Question question, String name, Answer answer, Function<Answer.Said, Reading<T>> read) {
    return switch (Answers.read(question, answer, read)) {
      case Reading.Known<T> known -> known;
      case Reading.Unknown<T>(var reason, var detail) ->
          Reading.unknown(reason, detail.replace(Answers.name(question), name));
    };
  }
}
