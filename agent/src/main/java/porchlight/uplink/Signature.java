package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** An RFC 9421 signature over parts of a request, as {@code config/protocol.md} wants it. */
final class Signature {
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

  private Signature() {}

  /** A covered part: a header in lower case or a derived one such as {@code @method}. */
  record Part(String name, String value) {}

  /** The two headers' values. */
  record Headers(String input, String signature) {}

  /**
   * Signs.
   *
   * @param created seconds since 1970
   * @param nonce base64url, once per key
   */
  static Headers sign(
      List<Part> parts,
      long created,
      String nonce,
      String keyId,
      PrivateKey key,
      SecureRandom random) {
    String parameters =
        covered(parts)
            + ";created="
            + created
            + ";nonce=\""
            + nonce
            + "\";keyid=\""
            + keyId
            + "\";alg=\"ecdsa-p256-sha256\"";
    byte[] signature = sign(base(parts, parameters).getBytes(StandardCharsets.UTF_8), key, random);
    return new Headers(
        "porchlight=" + parameters,
        "porchlight=:" + Base64.getEncoder().encodeToString(signature) + ":");
  }

  /** A bare signature: r and s, 32 bytes each. */
  static byte[] sign(byte[] bytes, PrivateKey key, SecureRandom random) {
    try {
      var signer = java.security.Signature.getInstance(ALGORITHM);
      signer.initSign(key, random);
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether that is a signature over those bytes by the key; anything odd is none. */
  static boolean isBy(PublicKey key, byte[] bytes, byte[] signature) {
    try {
      var verifier = java.security.Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(bytes);
      return verifier.verify(signature);
    } catch (GeneralSecurityException odd) {
      return false;
    }
  }

  /** What is signed (RFC 9421 section 2.5). */
  static String base(List<Part> parts, String parameters) {
    return parts.stream()
            .map(part -> "\"" + part.name() + "\": " + part.value() + "\n")
            .collect(Collectors.joining())
        + "\"@signature-params\": "
        + parameters;
  }

  static String covered(List<Part> parts) {
    return parts.stream()
        .map(part -> "\"" + part.name() + "\"")
        .collect(Collectors.joining(" ", "(", ")"));
  }
}
