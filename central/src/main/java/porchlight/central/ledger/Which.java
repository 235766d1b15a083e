package porchlight.central.ledger;

import java.time.Instant;

/** Which report of a device is meant. */
public sealed interface Which {
  /** The one with this number. */
  record Numbered(long sequence) implements Which {}

  /** The newest from before then. */
  record Before(Instant until) implements Which {}

  /** The newest. */
  record Last() implements Which {}

  /** The newest before the one with this number that says something else than it. */
  record Otherwise(long sequence) implements Which {}
}
