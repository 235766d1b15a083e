package porchlight.daemon;

import java.time.Duration;
import java.time.Instant;

/**
 * A time to wait for, by two clocks: the monotonic one stands still while a laptop sleeps, the
 * other may be set back. What was missed in sleep is due once on waking.
 */
record Alarm(Duration delay, Instant from, long fromNanos) {

  Duration left(Instant now, long nanos) {
    Duration byWall = delay.minus(Duration.between(from, now));
    Duration byTicks = delay.minusNanos(nanos - fromNanos);
    return byWall.compareTo(byTicks) < 0 ? byWall : byTicks;
  }

  boolean due(Instant now, long nanos) {
    Duration left = left(now, nanos);
    return left.isNegative() || left.isZero();
  }
}
