package porchlight.central.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.KeyAgreement;

/** A P-256 key pair of ours. */
public final class SigningKey {
  private static final int COORDINATE_BYTES = 32;
  private final PrivateKey secret;
  private final DeviceKey open;

  private SigningKey(PrivateKey secret, DeviceKey open) {
    this.secret = secret;
    this.open = open;
  }

  /** A new pair, as the text that {@link #parse} reads: PKCS #8, x and y, each on its line. */
  public static String make(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      if (pair.getPublic() instanceof ECPublicKey key) {
        return String.join(
            "\n",
            Digests.base64Url(pair.getPrivate().getEncoded()),
            coordinate(key.getW().getAffineX()),
            coordinate(key.getW().getAffineY()));
      }
      throw new IllegalStateException("no EC key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  /** Reads a pair; throws IllegalArgumentException when it is none that belongs together. */
  public static SigningKey parse(String text) {
    List<String> lines = text.strip().lines().toList();
    if (lines.size() != 3) {
      throw new IllegalArgumentException("three lines are expected");
    }
    try {
      PrivateKey secret =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(lines.get(0))));
      SigningKey key = new SigningKey(secret, new DeviceKey(lines.get(1), lines.get(2)));
      byte[] probe = {1, 2, 3};
      if (!key.open.signed(probe, key.sign(probe))) {
        throw new IllegalArgumentException("the two halves do not belong together");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a private key", e);
    }
  }

  /** The half that everybody may know. */
  public DeviceKey open() {
    return open;
  }

  /** A signature, r and s of 32 bytes each. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(secret);
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /** What this pair and another's open half have in common (ECDH): 32 bytes. */
  public byte[] agree(DeviceKey other) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(secret);
      agreement.doPhase(platform(other), true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has ECDH over P-256", e);
    }
  }

  private static PublicKey platform(DeviceKey key) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(key.x()), number(key.y()));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(String coordinate) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return Digests.base64Url(fixed);
  }
}
