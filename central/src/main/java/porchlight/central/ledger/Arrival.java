package porchlight.central.ledger;

import java.time.Duration;
import java.time.Instant;
import porchlight.central.reports.Report;

/**
 * A report that passed every check at the door, the proof it came with, and when, by the clock and
 * as counted.
 */
public record Arrival(
    Report report, Proof proof, Instant receivedAt, Instant counted, Duration cadence) {
  /** A signature's key and nonce; the nonce is kept until {@code expires}. */
  public record Proof(String keyId, String nonce, Instant expires) {}
}
