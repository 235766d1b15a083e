package porchlight.central.ledger;

/** Whether a device may report; one that waits for a person's approval does not know its id yet. */
public enum Standing {
  ACTIVE,
  PENDING,
  REVOKED,
  RETIRED
}
