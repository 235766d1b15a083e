package porchlight.machine;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks on a thread of its own, which is left behind when its time is over. */
public final class OwnThread {
  private OwnThread() {}

  /** Some of what can be done. */
  @FunctionalInterface
  public interface Asking {
    Answer ask() throws IOException;
  }

  /** The answer, or what became of it, within that time. */
  public static Answer within(String name, long millis, Asking asking) {
    return await(start(name, asking), TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Begins to ask. */
  public static CompletableFuture<Answer> start(String name, Asking asking) {
    var answer = new CompletableFuture<Answer>();
    var thread =
        new Thread(
            () -> {
              try {
                answer.complete(asking.ask());
              } catch (IOException | RuntimeException | Error ours) {
                answer.completeExceptionally(ours);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  /** The answer, or what became of it; late is what is not there after so many nanoseconds. */
  public static Answer await(CompletableFuture<Answer> answer, long nanos) {
    try {
      return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
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
