package porchlight.central.verify;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import porchlight.central.intake.Clocks;
import porchlight.central.ledger.Ledger;
import porchlight.central.signing.SigningKey;
import porchlight.central.signing.Vault;

/** Both ends of a verification, over one ledger. */
public record Verifying(Desk desk, OfflineDesk offline, Window window) {
  /**
   * Over this ledger; what must be known until one is over is sealed by the vault, and what is
   * known without a network comes of the key for policies in use.
   */
  public static Verifying of(
      Ledger ledger, Vault vault, Supplier<List<SigningKey>> policyKeys, Clocks clocks) {
    Secrets secrets = new Secrets(vault, new SecureRandom(), policyKeys);
    return new Verifying(
        new Desk(ledger, secrets, clocks),
        new OfflineDesk(ledger, secrets, clocks),
        new Window(ledger, secrets, clocks));
  }
}
