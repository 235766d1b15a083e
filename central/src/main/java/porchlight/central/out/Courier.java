package porchlight.central.out;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.ledger.LedgerFault;
import porchlight.central.ledger.Outbox;
import porchlight.central.ledger.Overloaded;
import porchlight.central.settings.Hook;

/** Runs the errands to all webhooks, each at its own pace: a slow one holds up nobody else. */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private final List<Thread> threads = new ArrayList<>();

  private final Map<String, Errand> errands = new LinkedHashMap<>();

  /** A courier that has not started yet. */
  public Courier(List<Hook> hooks, Outbox outbox, InstantSource clock, RandomGenerator random) {
    hooks.forEach(hook -> errands.put(hook.name(), new Errand(hook, outbox, clock, random)));
  }

  /** Starts, looking for news every {@code pace}. */
  public Courier running(Duration pace) {
    errands.forEach((name, errand) ->
        threads.add(Thread.ofVirtual().name("webhook " + name).start(() -> run(errand, pace))));
    return this;
  }

  /** Runs each errand once. */
  public void round() {
    errands.values().forEach(Errand::round);
  }

  private static void run(Errand errand, Duration pace) {
    try {
      while (true) {
        try {
          errand.round();
        } catch (LedgerFault | Overloaded e) {
          LOG.error("webhooks wait for the ledger: {}", e.toString());
        }
        Thread.sleep(pace);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
