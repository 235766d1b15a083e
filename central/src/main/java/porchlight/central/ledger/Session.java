package porchlight.central.ledger;

import java.time.Instant;
import porchlight.central.people.Person;

/** A browser that somebody has signed in with; {@code hash} is of the secret in its cookie. */
public record Session(
    String hash,
    Person person,
    String address,
    Instant createdAt,
    Instant seenAt,
    Instant expiresAt) {}
