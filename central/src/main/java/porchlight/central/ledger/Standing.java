package porchlight.central.ledger;

/** Whether a device may report. */
public enum Standing {
  ACTIVE,
  REVOKED,
  RETIRED
}
