package porchlight.central.ledger;

import java.time.Instant;
import porchlight.central.reports.Severity;

/** A check that does not pass: on how many devices of how many organisations, newest when. */
public record Spread(
    String check, Severity severity, int devices, int organisations, int blind, Instant newest) {}
