package porchlight.central.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a device's voice, in counted time: when it was heard last and when it returned
 * from silence, how often it was asked to speak, and whether it said since then that it leaves, for
 * a while or for good.
 */
public record Voice(
    Optional<Instant> heard,
    Duration cadence,
    boolean parked,
    boolean retired,
    Optional<Instant> returned) {}
