package porchlight.central.calls;

import java.time.Instant;
import java.util.Optional;

/**
 * Something for the eyes at the verified laptop.
 *
 * @param box encrypted by what the laptop and central agreed on; empty once it was read
 * @param readAt when the laptop took it; empty: not yet
 */
public record Message(Optional<String> box, Instant at, Optional<Instant> readAt) {
  /** The same, taken. */
  public Message read(Instant now) {
    return new Message(Optional.empty(), at, Optional.of(now));
  }
}
