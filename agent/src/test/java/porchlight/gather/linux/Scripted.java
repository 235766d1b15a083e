package porchlight.gather.linux;

import java.util.HashMap;
import java.util.Map;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** A machine written down for a test; what was not written down is missing. */
public final class Scripted implements Machine {
  private final Map<String, Answer> answers = new HashMap<>();

  public Scripted says(Question question, String text) {
    return answers(question, new Answer.Said(0, text));
  }

  public Scripted answers(Question question, Answer answer) {
    answers.put(question.text(), answer);
    return this;
  }

  @Override
  public Answer ask(Question question) {
    return answers.getOrDefault(question.text(), new Answer.Missing());
  }
}
