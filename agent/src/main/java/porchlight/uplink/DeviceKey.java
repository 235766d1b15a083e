package porchlight.uplink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.json.Jwk;

/** The key pair that is this device to central: P-256, made at enrolment, never sent anywhere. */
record DeviceKey(PrivateKey secret, ECPublicKey open) {
  private static final Pattern FILE =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----\\n([A-Za-z0-9+/=\\n]+)-----END PRIVATE KEY-----\\n"
              + "-----BEGIN PUBLIC KEY-----\\n([A-Za-z0-9+/=\\n]+)-----END PUBLIC KEY-----\\n");

  static DeviceKey make(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      var pair = generator.generateKeyPair();
      return new DeviceKey(pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The key in that file; nothing when there is none or it is damaged. */
  static Optional<DeviceKey> load(Path file) throws IOException {
    var parts = Durable.read(file).map(FILE::matcher).filter(matcher -> matcher.matches());
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    try {
      var keys = KeyFactory.getInstance("EC");
      var decoder = Base64.getMimeDecoder();
      return Optional.of(
          new DeviceKey(
              keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(parts.get().group(1)))),
              (ECPublicKey)
                  keys.generatePublic(
                      new X509EncodedKeySpec(decoder.decode(parts.get().group(2))))));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  void save(Path file) throws IOException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    Durable.write(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + lines.encodeToString(secret.getEncoded())
            + "\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n"
            + lines.encodeToString(open.getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  /** The public half, as it is sent. */
  Jwk jwk() {
    return new Jwk(Thumbprint.x(open), Thumbprint.y(open));
  }

  /** A signature over that text, base64url. */
  String proof(String text, SecureRandom random) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Signature.sign(text.getBytes(StandardCharsets.UTF_8), secret, random));
  }

  String id() {
    return Thumbprint.of(open);
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "DeviceKey " + id();
  }
}
