package porchlight.central.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** A device that asks to be enrolled; {@code device} is the id it gets when it is new. */
public record Applicant(
    String device,
    String tokenHash,
    DeviceKey key,
    String agent,
    Optional<String> name,
    Optional<String> os,
    Arrival.Proof proof,
    Instant at,
    Duration cadence) {}
