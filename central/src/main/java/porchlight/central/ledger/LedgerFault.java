package porchlight.central.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not do its work: a full disk, a broken file, a lock held too long. */
public final class LedgerFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  LedgerFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
