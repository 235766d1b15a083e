package porchlight.central.ledger;

import java.util.List;

/**
 * A policy as it is handed out: payload and signature in base64url; {@code others} are signatures
 * by earlier keys, each as {@code KEYID=SIGNATURE}.
 */
public record SignedPolicy(
    PolicyMark mark, String payload, String keyId, String signature, List<String> others) {
  public SignedPolicy {
    others = List.copyOf(others);
  }
}
