package porchlight.central.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** A device that asks to be enrolled; {@code device} is the id it gets when it is new. */
public record Applicant(
    String device,
    Claim claim,
    DeviceKey key,
    String agent,
    Optional<String> name,
    Optional<String> os,
    Optional<String> machine,
    Arrival.Proof proof,
    Instant at,
    Duration cadence) {
  /** What it asks on. */
  public sealed interface Claim {
    /** A token, of which only the hash is known. */
    record Token(String hash) implements Claim {}

    /** That it was told to be a clone of another device, whose key it has proven to hold. */
    record CloneOf(String device) implements Claim {}
  }
}
