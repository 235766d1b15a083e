package porchlight.uplink;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import porchlight.uplink.road.Road;

/** A clock that a test moves, and chance. */
public final class Fixed {
  private final AtomicReference<Instant> now;

  private final AtomicLong ticks = new AtomicLong();

  public Fixed(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** One that begins at the real time. */
  public static Fixed now() {
    return new Fixed(Instant.now());
  }

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    ticks.addAndGet(time.toNanos());
  }

  /** Somebody sets the clock; no time passes. */
  public void set(Duration ahead) {
    now.updateAndGet(before -> before.plus(ahead));
  }

  /** How long this has been going. */
  public Duration up() {
    return Duration.ofNanos(ticks.get()).plusSeconds(100);
  }

  public Instant instant() {
    return now.get();
  }

  public Outside outside() {
    return new Outside(now::get, new SecureRandom(), UUID::randomUUID, ticks::get, Road.STRAIGHT);
  }
}
