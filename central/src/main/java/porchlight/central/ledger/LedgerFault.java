package porchlight.central.ledger;

/** The ledger could not do its work: a full disk, a broken file, a lock held too long. */
public final class LedgerFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  LedgerFault(String message, Throwable cause) {
    super(message, cause);
  }
}
