package porchlight.central.accounts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often somebody may guess: some times at once, then each further try waits twice as long as
 * the last, from 30 seconds up to a quarter of an hour; an hour without a try forgets all. Time is
 * that of a clock nobody sets, in nanoseconds.
 */
final class Attempts {
  private static final long FIRST = TimeUnit.SECONDS.toNanos(30);
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(15);
  private static final long FORGOTTEN = TimeUnit.HOURS.toNanos(1);

  /** Keys remembered; beyond it those that wait for nothing are forgotten. */
  private static final int MOST = 50_000;

  private final int free;
  private final LongSupplier nanos;
  private final Map<String, Tries> tries = new ConcurrentHashMap<>();

  private record Tries(int count, long last) {}

  /** {@code free} tries of each key need not wait. */
  Attempts(int free, LongSupplier nanos) {
    this.free = free;
    this.nanos = nanos;
  }

  /**
   * Counts a try before it is made, so that many at once are no way round. Seconds that it comes
   * too early; 0 when it may be made.
   */
  long tooEarly(String key) {
    long now = nanos.getAsLong();
    if (tries.size() > MOST) {
      tries.values().removeIf(one -> until(one) - now <= 0);
    }
    long[] wait = new long[1];
    tries.compute(
        key,
        (same, before) -> {
          if (before == null || now - before.last() > FORGOTTEN) {
            return new Tries(1, now);
          }
          wait[0] = Math.max(0, until(before) - now);
          return wait[0] > 0 ? before : new Tries(before.count() + 1, now);
        });
    return TimeUnit.NANOSECONDS.toSeconds(wait[0] + TimeUnit.SECONDS.toNanos(1) - 1);
  }

  private long until(Tries one) {
    int beyond = one.count() - free;
    return beyond < 0 ? one.last() : one.last() + Math.min(LONGEST, FIRST << Math.min(beyond, 10));
  }

  /** Who has proven to be somebody starts anew. */
  void succeeded(String key) {
    tries.remove(key);
  }
}
