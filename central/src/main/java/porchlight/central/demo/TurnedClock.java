package porchlight.central.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that stands still until it is turned, always forward, and that may be let go. */
public final class TurnedClock implements InstantSource {
  private final LongSupplier nanos;
  private volatile Instant now;
  private volatile long letGo;
  private volatile boolean goes;

  /** Stands at {@code start}; once let go it goes on with these nanoseconds. */
  public TurnedClock(Instant start, LongSupplier nanos) {
    this.now = start;
    this.nanos = nanos;
  }

  @Override
  public Instant instant() {
    return goes ? now.plusNanos(nanos.getAsLong() - letGo) : now;
  }

  /** Turns it; throws IllegalArgumentException when that is back. */
  void turn(Instant to) {
    if (to.isBefore(instant())) {
      throw new IllegalArgumentException("a clock is not turned back");
    }
    now = to;
  }

  /** Lets it go on by itself from where it stands. */
  public void letGo() {
    letGo = nanos.getAsLong();
    goes = true;
  }

  /** How long until it shows that time; zero when that is past. */
  public Duration until(Instant time) {
    Duration left = Duration.between(instant(), time);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
