package porchlight.central.verify;

import java.security.SecureRandom;
import porchlight.central.intake.Clocks;
import porchlight.central.ledger.Ledger;
import porchlight.central.signing.Vault;

/** Both ends of a verification, over one ledger. */
public record Verifying(Desk desk, Window window) {
  /** Over this ledger; what must be known until one is over is sealed by the vault. */
  public static Verifying of(Ledger ledger, Vault vault, Clocks clocks) {
    Secrets secrets = new Secrets(vault, new SecureRandom());
    return new Verifying(new Desk(ledger, secrets, clocks), new Window(ledger, secrets, clocks));
  }
}
