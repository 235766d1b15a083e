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
   */
  public List<Recorded.Exchange> redacted() {
    return redacted(address -> false);
  }

  /** The same, but for the addresses that are {@code kept}. */
  public List<Recorded.Exchange> redacted(Predicate<String> kept) {
    synchronized (asked) {
      var redaction = new Redaction(kept);
      asked.forEach(one -> redaction.learn(one.question, one.answer));
      return asked.stream()
          .sorted(Comparator.comparing(one -> one.question.text()))
          .map(one -> new Recorded.Exchange(one.question.text(), clean(one, redaction)))
          .toList();
    }
  }

  /**
   * Names and versions of packages stay as they are: a version of four numbers is no address, and a
   * changed one would be judged otherwise.
   */
  private static Answer clean(Asked one, Redaction redaction) {
    return one.question instanceof Question.ReadStanzas ? one.answer : redaction.of(one.answer);
  }
}
