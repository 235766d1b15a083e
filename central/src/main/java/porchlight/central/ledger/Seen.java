package porchlight.central.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.reports.Answer;

/**
 * A device with how it stands now: one of unsafe, care, silent, parked, cannot-say, waiting, safe;
 * since when its answer is what it is and what it was before; how long it had been silent when it
 * last came back, zero when it never did; and where it is.
 */
public record Seen(
    Device device,
    String tone,
    Optional<Instant> answerSince,
    Optional<Answer> before,
    Duration away,
    Optional<String> place) {}
