package porchlight.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** How long to wait for the next turn. */
final class Schedule {
  /** A turn nearer than this part of the cadence is left out: something was told just now. */
  private static final double TOO_SOON = 0.2;

  private static final double JITTER = 0.1;

  private Schedule() {}

  /**
   * The wait from {@code now}. Turns of one device lie one cadence apart, at its own phase of the
   * clock, each moved by up to 10 %: a fleet that was started together does not report together. A
   * retry waits exactly as long as it says.
   */
  static Duration after(Next next, Instant now, RandomGenerator random) {
    if (!next.steady()) {
      return next.delay();
    }
    double cadence = next.delay().toMillis();
    double sinceTurn = (now.toEpochMilli() / cadence - next.phase()) % 1;
    double toTurn = 1 - sinceTurn;
    double wait = toTurn < TOO_SOON ? toTurn + 1 : toTurn;
    double jitter = JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis((long) (cadence * (wait + jitter)));
  }
}
