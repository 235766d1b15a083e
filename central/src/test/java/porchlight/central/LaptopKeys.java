package porchlight.central;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/** Keys, signatures and digests of a laptop, written from protocol.md alone. */
final class LaptopKeys {
  private LaptopKeys() {}

  static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String x(KeyPair keys) {
    return url(coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX()));
  }

  static String y(KeyPair keys) {
    return url(coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineY()));
  }

  static Map<String, String> jwk(KeyPair keys) {
    return Map.of("kty", "EC", "crv", "P-256", "x", x(keys), "y", y(keys));
  }

  /** What names the public one: its thumbprint. */
  static String id(KeyPair keys) {
    String jwk =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x(keys) + "\",\"y\":\"" + y(keys) + "\"}";
    return url(sha256(jwk.getBytes(StandardCharsets.UTF_8)));
  }

  static String digestOf(String content) {
    return "sha256:" + url(sha256(content.getBytes(StandardCharsets.UTF_8)));
  }

  static String base64(KeyPair keys, String text) {
    return Base64.getEncoder().encodeToString(signed(keys, text));
  }

  static String signature(KeyPair keys, String text) {
    return url(signed(keys, text));
  }

  private static byte[] signed(KeyPair keys, String text) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(keys.getPrivate());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
