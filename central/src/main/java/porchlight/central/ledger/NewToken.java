package porchlight.central.ledger;

import java.time.Instant;

/** A token to keep, by its hash; the organisation gets {@code newId} when its name is new. */
public record NewToken(
    String newId,
    String organisation,
    String hash,
    long uses,
    Instant expires,
    boolean approval,
    Instant now) {}
