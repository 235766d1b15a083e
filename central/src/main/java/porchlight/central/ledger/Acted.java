package porchlight.central.ledger;

import java.util.Optional;

/** What became of something that a device asked for. */
public sealed interface Acted {
  /** It is done. */
  record Done() implements Acted {}

  /** The nonce was used before. */
  record Replayed() implements Acted {}

  /** Meanwhile the key is nobody's, or its device may not ask. */
  record NoLonger(Optional<Standing> standing) implements Acted {}

  /** The key is or was to be somebody's. */
  record KeyTaken() implements Acted {}

  /** Another new key of this device still waits for its first use. */
  record KeyPending() implements Acted {}
}
