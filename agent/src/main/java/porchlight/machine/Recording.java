package porchlight.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Asks another machine and remembers what it answered. */
public final class Recording implements Machine {
  private final Machine machine;
  private final List<Asked> asked = new ArrayList<>();

  public Recording(Machine machine) {
    this.machine = machine;
  }

  private record Asked(Question question, Answer answer) {}

  @Override
  public Answer ask(Question question) {
    Answer answer = machine.ask(question);
    synchronized (asked) {
      asked.add(new Asked(question, answer));
    }
    return answer;
  }

  /**
   * What was said so far, with the names of people, networks and addresses replaced: see {@link
   * Redaction}.
   *
   * @param kept addresses that stay as they are
   * @param everywhere whether a name is replaced wherever it stands as a word of its own, or only
   *     where its question says that it stands
   */
  public List<Recorded.Exchange> redacted(Predicate<String> kept, boolean everywhere) {
    synchronized (asked) {
      var redaction = new Redaction(kept, everywhere);
      asked.forEach(one -> redaction.learn(one.question, one.answer));
      return asked.stream()
          .sorted(Comparator.comparing(one -> one.question.text()))
          .map(one ->
              new Recorded.Exchange(
                  redaction.of(one.question), redaction.of(one.question, one.answer)))
          .toList();
    }
  }
}
