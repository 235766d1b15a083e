package porchlight.central.ledger;

import java.time.Instant;
import java.util.Optional;

/** A token as it is listed: {@code id} is the start of its hash, the token itself is not known. */
public record Token(
    String id,
    String organisation,
    long usesLeft,
    Instant expires,
    boolean approval,
    Optional<Instant> revokedAt) {
  private static final int ID = 10;

  static String id(String hash) {
    return hash.substring(0, ID);
  }

  /** Whether a laptop could enrol with it now. */
  public boolean open(Instant now) {
    return usesLeft > 0 && expires.isAfter(now) && revokedAt.isEmpty();
  }
}
