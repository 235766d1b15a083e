package porchlight.central.intake;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What central can take on beside its usual work: so many reports a second, handed out to those
 * whose reports wait. Time is that of a clock nobody sets, in nanoseconds.
 */
public final class Spare {
  private static final double PER_SECOND = 10;
  private static final double MOST = 600;

  /** At once, for one device: well within what it may ask in a minute. */
  static final int MOST_FOR_ONE = 40;

  private final LongSupplier nanos;
  private double left = MOST;
  private long at;

  /** All of it. */
  public Spare(LongSupplier nanos) {
    this.nanos = nanos;
    at = nanos.getAsLong();
  }

  /** How many of those that wait may follow at once. */
  synchronized int grant(int waiting) {
    long now = nanos.getAsLong();
    double passed = Math.max(0, now - at) / (double) TimeUnit.SECONDS.toNanos(1);
    left = Math.min(MOST, left + passed * PER_SECOND);
    at = now;
    int granted = (int) Math.min(left, Math.min(waiting, MOST_FOR_ONE));
    left -= granted;
    return granted;
  }
}
