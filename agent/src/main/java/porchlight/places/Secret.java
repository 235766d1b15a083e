package porchlight.places;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of this laptop alone. What is written down under it (HMAC-SHA-256) tells nobody else which
 * networks or boxes it stands for, and can be compared with nobody else's.
 */
public final class Secret {
  /** Of a key, in bytes. */
  public static final int LENGTH = 32;

  private static final String KIND = "HmacSHA256";
  private static final int KEPT = 16;

  private final SecretKeySpec key;

  private Secret(byte[] key) {
    this.key = new SecretKeySpec(key, KIND);
  }

  /** The key written so, if it is one. */
  public static Optional<Secret> of(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      return bytes.length == LENGTH ? Optional.of(new Secret(bytes)) : Optional.empty();
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** How a key of these bytes is written. */
  public static String text(byte[] key) {
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  /** What stands for these words, which may hold anything; 22 letters. */
  String hides(String... words) {
    try {
      Mac mac = Mac.getInstance(KIND);
      mac.init(key);
      for (String word : words) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8)); // no two run together
        mac.update(bytes);
      }
      byte[] whole = mac.doFinal();
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(java.util.Arrays.copyOf(whole, KEPT));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
