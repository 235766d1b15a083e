package porchlight.central.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.presence.Voice;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Delivery;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Goodbye;
import porchlight.central.reports.Place;

/**
 * A device as the dashboard lists it; assessment and worst finding are of its newest report, {@code
 * missing} counts the sequence numbers below the highest that never came, and {@code rotating} is
 * true while it has not changed its key as asked. {@code heard} is when its last report came, in
 * counted time, {@code returned} when it was heard again after a silence, and {@code place} the
 * kind of place from which it reported last.
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
    Optional<Instant> heard,
    Duration cadence,
    long missing,
    Optional<Assessment> assessment,
    Optional<Finding> worst,
    Delivery delivery,
    Optional<Goodbye> goodbye,
    boolean rotating,
    Optional<Instant> returned,
    Optional<Place.Kind> place) {
  /** What is known of its voice. */
  public Voice voice() {
    return new Voice(
        heard,
        cadence,
        goodbye.filter(said -> said.reason() == Goodbye.Reason.SHUTDOWN).isPresent(),
        standing == Standing.RETIRED,
        returned);
  }
}
