package porchlight.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
      return through(new Redaction(kept, everywhere));
    }
  }

  /**
   * What was said so far, fit to be given away: see {@link Disguise}.
   *
   * @param kept addresses that stay as they are
   * @param inPlace names that are replaced only where their question says that they stand
   */
  public Disguised disguised(Predicate<String> kept, Set<String> inPlace) {
    synchronized (asked) {
      var redaction = new Redaction(kept, Disguise.but(inPlace));
      return new Disguised(through(redaction), redaction.standIns(), redaction::of);
    }
  }

  /**
   * A recording that can be given away.
   *
   * @param standIns by the names that they stand for
   * @param words does to a sentence about the machine what was done to the answers
   */
  public record Disguised(
      List<Recorded.Exchange> exchanges,
      Map<String, String> standIns,
      UnaryOperator<String> words) {
    public Disguised {
      exchanges = List.copyOf(exchanges);
      standIns = Map.copyOf(standIns);
    }
  }

  private List<Recorded.Exchange> through(Redaction redaction) {
    asked.forEach(one -> redaction.learn(one.question, one.answer));
    var byQuestion = new TreeMap<String, List<Recorded.Exchange>>();
    for (Asked one : asked) {
      String question = redaction.of(one.question);
      byQuestion
          .computeIfAbsent(question, text -> new ArrayList<>())
          .add(new Recorded.Exchange(question, redaction.of(one.question, one.answer)));
    }
    var exchanges = new ArrayList<Recorded.Exchange>();
    // What was answered alike every time need not be told twice.
    byQuestion
        .values()
        .forEach(all ->
            exchanges.addAll(all.stream().distinct().count() == 1 ? all.subList(0, 1) : all));
    return exchanges;
  }
}
