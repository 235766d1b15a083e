package porchlight.central.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What a device said by one report, with the report's number, id and time; {@code content} is empty
 * where what it repeats never came, or is kept no more, and {@code gap} is true where that is so of
 * the report right after it.
 */
public record Said(
    long sequence, String report, Instant at, Optional<String> content, boolean gap) {}
