package porchlight.central.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;

/** What a program may ask with; the token itself is not known, {@code hash} is all there is. */
public record ApiToken(
    String id,
    String hash,
    String name,
    Set<Scope> scopes,
    Optional<String> organisation,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> usedAt,
    Optional<Instant> revokedAt) {
  /** Whether it is good now. */
  public boolean isOpen(Instant now) {
    return revokedAt.isEmpty() && expiresAt.isAfter(now);
  }

  /** It, as whom the ledger is asked; never as an admin. */
  public Viewer viewer() {
    return new Viewer(
        "token " + name, organisation.isPresent() ? Role.CLIENT : Role.TECH, organisation, scopes);
  }
}
