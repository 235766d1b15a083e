package porchlight.gather.network;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
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
      coming.put(question, start(question));
    }
    var answers = new LinkedHashMap<Q, Answer>();
    coming.forEach((question, answer) -> answers.put(question, await(answer, end)));
    return answers;
  }

  private CompletableFuture<Answer> start(Question question) {
    var answer = new CompletableFuture<Answer>();
    var thread =
        new Thread(
            () -> {
              try {
                answer.complete(machine.ask(question));
              } catch (RuntimeException | Error ours) {
                answer.completeExceptionally(ours);
              }
            },
            "asks");
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  private Answer await(CompletableFuture<Answer> answer, long end) {
    try {
      long left = Math.max(0, end - nanos.getAsLong());
      return answer.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return new Answer.TimedOut();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return new Answer.TimedOut();
    } catch (ExecutionException ours) {
      return new Answer.Failed("our own mistake: " + ours.getCause());
    }
  }
}
