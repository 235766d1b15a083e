package porchlight.central.ledger;

import java.time.Instant;
import porchlight.central.reports.Place;

/** A device that came to a place that is new to it. */
public record Visit(Seen seen, Place place, Instant at) {}
