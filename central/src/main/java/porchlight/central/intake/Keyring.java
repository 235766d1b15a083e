package porchlight.central.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/**
 * The keys that reported lately, so that a signature costs no question to the ledger. What a key is
 * stays so, as it is named by its own hash. Whether it is still that device's, and what the device
 * may, is asked where its report is filed; a key of which anything was refused is forgotten.
 */
final class Keyring {
  /** Keys remembered, some 500 bytes each; beyond it those not used for longest are forgotten. */
  private static final int MOST = 32_768;

  private static final int INITIALLY = 256;
  private static final float LOAD = 0.75f;

  /** A key, and the device whose it was when the ledger was last asked. */
  record Held(String device, DeviceKey key) {}

  private final Map<String, Held> byUse = new LinkedHashMap<>(INITIALLY, LOAD, true);

  /** The key of this id, when it is remembered. */
  synchronized Optional<Held> find(String keyId) {
    return Optional.ofNullable(byUse.get(keyId));
  }

  /** Remembers a key by its id. */
  synchronized void keep(String keyId, Held held) {
    byUse.put(keyId, held);
    if (byUse.size() > MOST) {
      byUse.remove(byUse.keySet().iterator().next());
    }
  }

  /** The ledger is asked for it next time. */
  synchronized void forget(String keyId) {
    byUse.remove(keyId);
  }
}
