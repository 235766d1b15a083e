package porchlight.uplink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import porchlight.json.Jwk;

/** A secret that two halves of keys agree on, as {@code config/protocol.md} wants it made. */
final class Agreed {
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int CODES = 1_000_000;
  private final byte[] key;

  private Agreed(byte[] key) {
    this.key = key;
  }

  /** Of one call; nothing when the other half is on no curve. */
  static Optional<Agreed> call(DeviceKey ours, Jwk theirs, String id, byte[] payload) {
    return of(ours, theirs, Digest.sha256(payload), "porchlight-verify/1\n" + id);
  }

  /** For when there is no network: of the keys that enrolment made known. */
  static Optional<Agreed> offline(DeviceKey ours, Jwk theirs, String device) {
    return of(ours, theirs, new byte[32], "porchlight-ocra/1\n" + device);
  }

  private static Optional<Agreed> of(DeviceKey ours, Jwk theirs, byte[] salt, String info) {
    return OpenKey.of(theirs)
        .flatMap(open -> {
          try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(ours.secret());
            agreement.doPhase(open, true);
            return Optional.of(new Agreed(hkdf(agreement.generateSecret(), salt, utf8(info))));
          } catch (GeneralSecurityException offCurve) {
            return Optional.empty();
          }
        });
  }

  byte[] bytes() {
    return key.clone();
  }

  /** Six digits that only the two who agreed know. */
  String code() {
    long number = ByteBuffer.wrap(hmac(key, utf8("code"))).getLong();
    String digits = Long.toString(Long.remainderUnsigned(number, CODES));
    return "0".repeat(6 - digits.length()) + digits;
  }

  /** What the other one encrypted; nothing when it was not they, or not for this call. */
  Optional<String> open(String box, String id) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(box);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(hmac(key, utf8("message")), "AES"),
          new GCMParameterSpec(TAG_BITS, Arrays.copyOf(all, NONCE_BYTES)));
      cipher.updateAAD(utf8(id));
      return Optional.of(
          new String(
              cipher.doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES)),
              StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException notTheirs) {
      return Optional.empty();
    }
  }

  /** HKDF (RFC 5869) with SHA-256, one block of it. */
  static byte[] hkdf(byte[] secret, byte[] salt, byte[] info) {
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(hmac(salt, secret), block);
  }

  private static byte[] hmac(byte[] secret, byte[] text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "Agreed";
  }
}
