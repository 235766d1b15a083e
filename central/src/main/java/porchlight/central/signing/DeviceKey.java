package porchlight.central.signing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/** The public P-256 key of a device, as its JWK coordinates (base64url, 32 bytes each). */
public record DeviceKey(String x, String y) {
  private static final int COORDINATE_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final ECDomainParameters P256 =
      new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

  /** Refuses, with IllegalArgumentException, what is no point of P-256. */
  public DeviceKey {
    point(x, y);
  }

  /** The RFC 7638 thumbprint, which is the key's id. */
  public String thumbprint() {
    return Digests.ofText(
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}");
  }

  /** Whether the signature, r and s of 32 bytes each, is this key's over the bytes. */
  public boolean signed(byte[] bytes, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, new ECPublicKeyParameters(point(x, y), P256));
    return verifier.verifySignature(
        Digests.sha256(bytes), half(signature, 0), half(signature, COORDINATE_BYTES));
  }

  private static BigInteger half(byte[] signature, int from) {
    return new BigInteger(1, Arrays.copyOfRange(signature, from, from + COORDINATE_BYTES));
  }

  private static ECPoint point(String x, String y) {
    BigInteger px = coordinate(x);
    BigInteger py = coordinate(y);
    try {
      return P256.getCurve().validatePoint(px, py);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the key is no point of P-256", e);
    }
  }

  private static BigInteger coordinate(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != COORDINATE_BYTES || !Digests.base64Url(bytes).equals(text)) {
      throw new IllegalArgumentException("a coordinate is 32 bytes in base64url without padding");
    }
    return new BigInteger(1, bytes);
  }
}
