package porchlight.central.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 as the protocol writes it. */
public final class Digests {
  private Digests() {}

  /** The {@code Content-Digest} header of a body (RFC 9530). */
  public static String contentDigest(byte[] body) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
  }

  /** The name of a report's content: {@code sha256:} and base64url. */
  public static String ofContent(byte[] bytes, int from, int length) {
    return "sha256:" + base64Url(sha256(bytes, from, length));
  }

  /** SHA-256 of a text, base64url: how tokens are remembered. */
  public static String ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return base64Url(sha256(bytes, 0, bytes.length));
  }

  /** SHA-256 of a text, in hex: what a probe is answered. */
  public static String ofChallenge(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256(bytes, 0, bytes.length));
  }

  /** Whether two texts are the same; how long that takes says nothing of where they differ. */
  public static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Base64url without padding. */
  public static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] sha256(byte[] bytes) {
    return sha256(bytes, 0, bytes.length);
  }

  private static byte[] sha256(byte[] bytes, int from, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
