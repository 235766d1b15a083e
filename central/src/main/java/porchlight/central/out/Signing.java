package porchlight.central.out;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import porchlight.central.settings.Secret;

/** The signature of Standard Webhooks: {@code v1,} and an HMAC-SHA256 of id, time and body. */
final class Signing {
  private Signing() {}

  /** One for each secret, so that a receiver that has the old one or the new one is content. */
  static String of(List<Secret> secrets, String id, long seconds, String body) {
    return secrets.stream()
        .map(secret -> "v1," + hmac(secret, id + "." + seconds + "." + body))
        .collect(Collectors.joining(" "));
  }

  private static String hmac(Secret secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.reveal()), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
