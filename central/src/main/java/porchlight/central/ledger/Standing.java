package porchlight.central.ledger;

/** Whether a device may report; one that waits for a person's approval does not know its id yet. */
public enum Standing {
  ACTIVE,
  PENDING,
  REVOKED,
  RETIRED;

  /**
   * Whether it counts: who was shut out or has left falls silent by that, and is missed by nobody.
   */
  public boolean isLetIn() {
    return switch (this) {
      case ACTIVE, PENDING -> true;
      case REVOKED, RETIRED -> false;
    };
  }
}
