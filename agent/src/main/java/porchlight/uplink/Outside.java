package porchlight.uplink;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import porchlight.uplink.road.Road;

/**
 * Time, chance and the road out, which enter in {@code Main} and are passed on.
 *
 * @param clock what the laptop believes the time to be; it may be wrong, and jump
 * @param ticks nanoseconds that only ever grow, for intervals
 * @param road how requests get to central
 */
public record Outside(
    InstantSource clock, SecureRandom random, Supplier<UUID> ids, LongSupplier ticks, Road road) {

  /** With the ticks of this process, without a proxy. */
  public Outside(InstantSource clock, SecureRandom random, Supplier<UUID> ids) {
    this(clock, random, ids, System::nanoTime, Road.STRAIGHT);
  }

  public Instant now() {
    return clock.instant();
  }
}
