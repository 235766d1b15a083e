package porchlight.gather.network;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.OwnThread;
import porchlight.machine.Question;

/**
 * Asks many things side by side: a silent one holds up no other, and all of them together no longer
 * than the limit.
 *
 * @param nanos the time that passes
 */
public record Together(Machine machine, LongSupplier nanos) {

  public Together(Machine machine) {
    this(machine, System::nanoTime);
  }

  /** The answers in the order of the questions; who is late has {@link Answer.TimedOut}. */
  public <Q extends Question> Map<Q, Answer> ask(Collection<Q> questions, long limitMillis) {
    long end = nanos.getAsLong() + limitMillis * 1_000_000L;
    var coming = new LinkedHashMap<Q, CompletableFuture<Answer>>();
    for (Q question : new LinkedHashSet<>(questions)) {
      coming.put(question, OwnThread.start("asks", () -> machine.ask(question)));
    }
    var answers = new LinkedHashMap<Q, Answer>();
    coming.forEach((question, answer) ->
        answers.put(question, OwnThread.await(answer, end - nanos.getAsLong())));
    return answers;
  }
}
