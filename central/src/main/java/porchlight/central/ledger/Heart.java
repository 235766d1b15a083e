package porchlight.central.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One beat of central's heart: what the clock says, the counted time, and by what it was counted,
 * which start of the machine and how many nanoseconds after it.
 */
public record Heart(Instant wall, Instant counted, Optional<String> boot, long nanos) {}
