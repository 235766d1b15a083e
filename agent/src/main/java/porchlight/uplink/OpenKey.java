package porchlight.uplink;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import porchlight.json.Jwk;

/** A public key that JSON says, as the platform knows it. */
final class OpenKey {
  private OpenKey() {}

  /** Nothing for a point that is on no curve. */
  static Optional<ECPublicKey> of(Jwk key) {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      var decoder = Base64.getUrlDecoder();
      var point =
          new ECPoint(
              new BigInteger(1, decoder.decode(key.x())),
              new BigInteger(1, decoder.decode(key.y())));
      return Optional.of(
          (ECPublicKey)
              KeyFactory.getInstance("EC")
                  .generatePublic(
                      new ECPublicKeySpec(
                          point, parameters.getParameterSpec(ECParameterSpec.class))));
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  /** Whether that is the key of this id. */
  static boolean isNamed(Jwk key, String id) {
    return of(key).map(Thumbprint::of).equals(Optional.of(id));
  }

  /** Whether that is a signature by the key. */
  static boolean signed(Jwk key, byte[] bytes, byte[] signature) {
    return of(key).filter(open -> Signature.isBy(open, bytes, signature)).isPresent();
  }
}
