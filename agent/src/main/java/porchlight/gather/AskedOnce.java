package porchlight.gather;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Asks each question once, however many facts want to know: on macOS nearly every one starts a
 * program, and five facts ask which macOS this is; on Linux three want to know the routes. Facts
 * that agree must have seen the same, too.
 */
public final class AskedOnce implements Machine {
  private final Machine machine;
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();

  public AskedOnce(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Answer ask(Question question) {
    var ours = new CompletableFuture<Answer>();
    var theirs = answers.putIfAbsent(question.text(), ours);
    if (theirs != null) {
      return theirs.join();
    }
    try {
      ours.complete(machine.ask(question));
    } catch (RuntimeException | Error fault) {
      ours.completeExceptionally(fault);
      throw fault;
    }
    return ours.join();
  }
}
