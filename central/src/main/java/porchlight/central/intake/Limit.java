package porchlight.central.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often one sender may ask: so many a minute, twice as many at once. Time is that of a clock
 * nobody sets, in nanoseconds.
 */
public final class Limit {
  /** Senders remembered; beyond it those that have not asked for long are forgotten. */
  private static final int MOST = 50_000;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Long> filledAt = new ConcurrentHashMap<>();

  /** At most {@code perMinute} of each sender, in the long run. */
  public Limit(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  /**
   * Whether this sender may ask now. Per sender one number is kept: when its bucket, two minutes
   * deep, is full again.
   */
  public boolean admits(String sender) {
    long now = nanos.getAsLong();
    if (filledAt.size() > MOST) {
      filledAt.values().removeIf(at -> at - now <= 0);
    }
    boolean[] admitted = new boolean[1];
    filledAt.compute(
        sender,
        (name, at) -> {
          long start = at == null || at - now < 0 ? now : at;
          long then = start + MINUTE / perMinute;
          admitted[0] = then - now <= 2 * MINUTE;
          return admitted[0] ? then : start;
        });
    return admitted[0];
  }

  int remembered() {
    return filledAt.size();
  }
}
