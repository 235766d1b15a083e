package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import porchlight.json.Identity;
import porchlight.json.Jwk;
import porchlight.json.Trusted;

/**
 * Central's seal: a signature over an answer and the signature of the request that it is to, by a
 * key that was pinned. Whoever reads along can say anything but that.
 *
 * @param by none where nothing was pinned yet
 */
record Seal(Optional<Trusted> by) {
  static final String HEADER = "Porchlight-Seal";

  /** Nothing is known of who central is. */
  static final Seal NONE = new Seal(Optional.empty());

  private static final int LONGEST = 4096;
  private static final String BEFORE = "porchlight=:";

  static Seal of(Identity identity) {
    return new Seal(Optional.of(identity.trusted()));
  }

  /** Whether an answer is central's word. */
  enum Trust {
    SEALED,
    /** It is not sealed, and nobody said that it would be. */
    NEVER_PROMISED,
    NONE
  }

  /**
   * Whether an answer is central's word.
   *
   * @param sent the headers of the request
   * @param seals what the answer carries
   */
  Trust of(Map<String, String> sent, Optional<String> seals, int status, byte[] body) {
    if (by.filter(Trusted::seals).isEmpty()) {
      return Trust.NEVER_PROMISED;
    }
    return holds(sent, seals, status, body) ? Trust.SEALED : Trust.NONE;
  }

  private boolean holds(Map<String, String> sent, Optional<String> seals, int status, byte[] body) {
    String signature = sent.getOrDefault("Signature", "");
    if (!signature.startsWith(BEFORE) || seals.isEmpty() || seals.get().length() > LONGEST) {
      return false;
    }
    byte[] head =
        ("porchlight-answer/1\n"
                + signature.substring(BEFORE.length(), signature.length() - 1)
                + "\n"
                + status
                + "\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    for (String seal : seals.get().split(",", -1)) {
      int at = seal.indexOf('=');
      if (at > 0 && isBy(seal.substring(0, at).strip(), seal.substring(at + 1).strip(), bytes)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBy(String keyId, String signature, byte[] bytes) {
    byte[] decoded;
    try {
      decoded = Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException garbled) {
      return false;
    }
    for (Jwk key : by.map(Trusted::keys).orElseThrow()) {
      if (OpenKey.isNamed(key, keyId)) {
        return OpenKey.signed(key, bytes, decoded);
      }
    }
    return false;
  }
}
