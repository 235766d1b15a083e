package porchlight.central.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How long those are sent away who cannot be served now: at random over a window that grows with
 * how many were sent away lately, so that they do not come back as one.
 */
final class Shedding {
  private static final int SHORTEST = 30;
  private static final int LONGEST = 900;

  /** How many that come back central takes on in a second beside its usual work. */
  private static final int BACK_PER_SECOND = 10;

  private static final double HALF_LIFE_SECONDS = 60;
  private final RandomGenerator random;
  private final InstantSource clock;
  private double lately;
  private Instant at = Instant.EPOCH;

  Shedding(RandomGenerator random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Seconds for {@code Retry-After} of one more. */
  synchronized int seconds() {
    Instant now = clock.instant();
    double passed = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
    lately = lately * Math.pow(0.5, passed / HALF_LIFE_SECONDS) + 1;
    at = now;
    int window = (int) Math.min(LONGEST, SHORTEST + lately / BACK_PER_SECOND);
    return SHORTEST + random.nextInt(window);
  }
}
