package porchlight.central.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Finding;

/**
 * A device as the dashboard lists it; assessment and worst finding are of its newest report, and
 * {@code missing} counts the sequence numbers below the highest that never came.
 */
public record Device(
    String id,
    Organisation organisation,
    Optional<String> name,
    Optional<String> os,
    String agent,
    Standing standing,
    Instant enrolledAt,
    Instant lastSeen,
    Optional<Instant> lastReport,
    Duration cadence,
    long missing,
    Optional<Assessment> assessment,
    Optional<Finding> worst) {}
