package porchlight.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a send that failed. */
public final class Backoff {
  private static final long FIRST_SECONDS = 120;
  private static final long STEP_SECONDS = 60;
  private static final long CAP_SECONDS = 900;
  private static final long DAY_SECONDS = 86_400;
  private static final int DOUBLINGS_TO_CAP = 4;

  private Backoff() {}

  /**
   * First a random part of two minutes; then a minute, doubled up to a quarter of an hour, and a
   * random 0 to 100 % on top. The chance comes after the cap: so a fleet that all reached the cap
   * does not come back as one.
   *
   * @param failures how many sends have failed since one succeeded, at least 1
   */
  public static Duration after(int failures, RandomGenerator random) {
    if (failures <= 1) {
      return millis(FIRST_SECONDS * random.nextDouble());
    }
    long step = STEP_SECONDS << Math.min(failures - 2, DOUBLINGS_TO_CAP);
    return millis(Math.min(step, CAP_SECONDS) * (1 + random.nextDouble()));
  }

  /** How long until central is asked whether it still does not want to hear: one to two days. */
  static Duration rarely(RandomGenerator random) {
    return millis(DAY_SECONDS * (1 + random.nextDouble()));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis((long) (1000 * seconds));
  }
}
