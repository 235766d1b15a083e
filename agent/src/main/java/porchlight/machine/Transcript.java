package porchlight.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A recorded machine that can be asked again. A question that was asked several times gets its
 * answers in their order, the last one for good; one that was not asked then fails, which is read
 * as unknown.
 */
public final class Transcript implements Machine {
  private final Map<String, Deque<Answer>> answers = new HashMap<>();

  public Transcript(Recorded recorded) {
    for (var exchange : recorded.exchanges()) {
      answers
          .computeIfAbsent(exchange.question(), text -> new ArrayDeque<>())
          .add(exchange.answer());
    }
  }

  @Override
  public synchronized Answer ask(Question question) {
    Deque<Answer> left = answers.get(question.text());
    if (left == null) {
      return new Answer.Failed("this was not asked when the machine was recorded");
    }
    return left.size() > 1 ? left.remove() : left.element();
  }
}
