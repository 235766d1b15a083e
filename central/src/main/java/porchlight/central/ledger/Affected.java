package porchlight.central.ledger;

import java.time.Instant;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Severity;

/** A device on which a check does not pass, since when, and what it says. */
public record Affected(
    Seen seen, Outcome outcome, Severity severity, String because, Instant since) {}
