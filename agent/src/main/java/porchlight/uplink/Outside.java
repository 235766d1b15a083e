package porchlight.uplink;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Time and chance, which enter in {@code Main} and are passed on. */
public record Outside(InstantSource clock, SecureRandom random, Supplier<UUID> ids) {
  public Instant now() {
    return clock.instant();
  }
}
