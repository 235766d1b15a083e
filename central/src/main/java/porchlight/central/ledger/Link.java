package porchlight.central.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that is good once: for somebody to choose a password, or, of nobody, to make the first
 * admin.
 */
public record Link(String hash, Optional<String> person, Instant expiresAt) {}
