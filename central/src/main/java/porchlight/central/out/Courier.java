package porchlight.central.out;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import porchlight.central.ledger.Outbox;
import porchlight.central.settings.Hook;

/** Runs the errands to all webhooks, each at its own pace: a slow one holds up nobody else. */
public final class Courier implements AutoCloseable {
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Errand> errands = new LinkedHashMap<>();
  private final Outbox outbox;

  /** A courier that has not started yet. */
  public Courier(List<Hook> hooks, Outbox outbox, InstantSource clock, RandomGenerator random) {
    this.outbox = outbox;
    hooks.forEach(hook -> errands.put(hook.name(), new Errand(hook, outbox, clock, random)));
  }

  /** Starts, looking for news every {@code pace}; webhooks that are no more are forgotten. */
  public Courier running(Duration pace) {
    outbox.only(errands.keySet());
    errands.forEach(
        (name, errand) -> threads.add(Rounds.start("webhook " + name, errand::round, pace)));
    return this;
  }

  /** Runs each errand once. */
  public void round() {
    errands.values().forEach(Errand::round);
  }

  /** Stops; what is not told yet waits in the ledger. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(11));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
