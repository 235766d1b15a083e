package porchlight.gather.linux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** A machine that was told what to say, answer by answer; of anything else there is nothing. */
public final class Told implements Machine {
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  /** Says these one after the other, then the last of them for ever. */
  public Told says(Question question, Answer... inOrder) {
    answers.put(question.text(), new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  public Told says(Question question, String text) {
    return says(question, new Answer.Said(0, text));
  }

  @Override
  public Answer ask(Question question) {
    asked.add(question.text());
    var left = answers.get(question.text());
    if (left == null) {
      return new Answer.Missing();
    }
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  /** All that was asked, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }
}
