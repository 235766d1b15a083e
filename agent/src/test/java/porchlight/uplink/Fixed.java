package porchlight.uplink;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import porchlight.uplink.road.Road;

/** A clock that a test moves, and chance. */
public final class Fixed {
  private final AtomicReference<Instant> now;

  public Fixed(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** One that begins at the real time. */
  public static Fixed now() {
    return new Fixed(Instant.now());
  }

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  public Instant instant() {
    return now.get();
  }

  public Outside outside() {
    return new Outside(now::get, new SecureRandom(), UUID::randomUUID, this::ticks, Road.STRAIGHT);
  }

  private long ticks() {
    return ChronoUnit.NANOS.between(Instant.EPOCH, now.get());
  }
}
