package porchlight.central.reports;

import java.time.Instant;
import java.util.Optional;

/** What a device sent. */
public sealed interface Report {
  /** What every report carries. */
  Envelope envelope();

  /** The digest of the content that this report carries or repeats: {@code sha256:…}. */
  String digest();

  /** A report with everything; {@code json} is its content as it was sent. */
  record Full(Envelope envelope, String digest, Content content, String json) implements Report {}

  /** "Nothing but the time differs from the full report with this digest." */
  record Unchanged(Envelope envelope, String digest) implements Report {}

  /** Who says it and when: the sequence starts at 1, the time is the device's own. */
  record Envelope(
      String id,
      String device,
      long sequence,
      String boot,
      Instant collectedAt,
      Optional<Delivery> delivery) {}
}
