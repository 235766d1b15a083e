package porchlight.central.accounts;

import java.security.SecureRandom;
import porchlight.central.signing.Digests;

/** What is handed out once and kept as a hash: 256 random bits. */
final class Secrets {
  private static final int BYTES = 32;

  /** No secret of ours is longer; what is longer is not hashed. */
  private static final int LONGEST = 100;

  private Secrets() {}

  static String make(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Digests.base64Url(bytes);
  }

  /** How a secret is kept; no slow hash, as nobody guesses 256 bits. */
  static String hash(String secret) {
    return secret.length() > LONGEST ? "" : Digests.ofText(secret);
  }
}
