package porchlight.uplink;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** A P-256 public key in the words of a JWK, and what names it (RFC 7638). */
final class Thumbprint {
  private static final int COORDINATE = 32;

  private Thumbprint() {}

  /** SHA-256 over the required members in the order of their names, base64url without padding. */
  static String of(ECPublicKey key) {
    String canonical =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x(key) + "\",\"y\":\"" + y(key) + "\"}";
    return url(Digest.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  static String x(ECPublicKey key) {
    return coordinate(key.getW().getAffineX());
  }

  static String y(ECPublicKey key) {
    return coordinate(key.getW().getAffineY());
  }

  /** Always 32 bytes: Java leaves leading zeros out and puts one in for the sign. */
  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return url(fixed);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
