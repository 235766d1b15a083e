package porchlight.uplink;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Time and chance, which enter in {@code Main} and are passed on.
 *
 * @param clock what the laptop believes the time to be; it may be wrong, and jump
 * @param ticks nanoseconds that only ever grow, for intervals
 */
public record Outside(
    InstantSource clock, SecureRandom random, Supplier<UUID> ids, LongSupplier ticks) {

  /** With the ticks of this process. */
  public Outside(InstantSource clock, SecureRandom random, Supplier<UUID> ids) {
    this(clock, random, ids, System::nanoTime);
  }

  public Instant now() {
    return clock.instant();
  }
}
