package porchlight.central.out;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again. What goes wrong once is logged, and does not end it. */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** After a fault it is left alone for so many times the pace. */
  private static final int PAUSE = 5;

  private Rounds() {}

  /** Starts; interrupt the thread to end it. */
  static Thread start(String name, Runnable round, Duration pace) {
    return Thread.ofVirtual().name(name).start(() -> run(name, round, pace));
  }

  private static void run(String name, Runnable round, Duration pace) {
    try {
      while (true) {
        Thread.sleep(went(name, round) ? pace : pace.multipliedBy(PAUSE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a fault says in its own words may hold an address, which belongs into no log. */
  private static boolean went(String name, Runnable round) {
    try {
      round.run();
      return true;
    } catch (RuntimeException e) {
      LOG.error("{} waits after a {}", name, e.getClass().getSimpleName());
      return false;
    }
  }
}
