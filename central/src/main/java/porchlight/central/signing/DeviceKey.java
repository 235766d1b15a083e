package porchlight.central.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** The public P-256 key of a device, as its JWK coordinates (base64url, 32 bytes each). */
public record DeviceKey(String x, String y) {
  private static final int COORDINATE_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final ECParameterSpec P256 = p256();

  /** Refuses, with IllegalArgumentException, what is no point of P-256. */
  public DeviceKey {
    BigInteger px = coordinate(x);
    BigInteger py = coordinate(y);
    BigInteger p = ((ECFieldFp) P256.getCurve().getField()).getP();
    BigInteger right =
        px.pow(3).add(P256.getCurve().getA().multiply(px)).add(P256.getCurve().getB()).mod(p);
    if (px.compareTo(p) >= 0 || py.compareTo(p) >= 0 || !py.pow(2).mod(p).equals(right)) {
      throw new IllegalArgumentException("the key is no point of P-256");
    }
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
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(publicKey());
      verifier.update(bytes);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has ECDSA over P-256", e);
    }
  }

  private ECPublicKey publicKey() throws GeneralSecurityException {
    ECPoint point = new ECPoint(coordinate(x), coordinate(y));
    if (KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256))
        instanceof ECPublicKey key) {
      return key;
    }
    throw new InvalidKeyException("no EC key");
  }

  private static BigInteger coordinate(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != COORDINATE_BYTES || !Digests.base64Url(bytes).equals(text)) {
      throw new IllegalArgumentException("a coordinate is 32 bytes in base64url without padding");
    }
    return new BigInteger(1, bytes);
  }

  private static ECParameterSpec p256() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }
}
