package porchlight.central.ledger;

import java.time.Instant;

/** That a report was received; {@code full} is false for "unchanged". */
public record Receipt(long sequence, boolean full, Instant collectedAt, Instant receivedAt) {}
