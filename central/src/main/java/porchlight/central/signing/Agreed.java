package porchlight.central.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A secret that two halves of keys agreed on (ECDH, then HKDF with SHA-256), and what it makes. */
public final class Agreed {
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int CODES = 1_000_000;
  private final byte[] key;

  private Agreed(byte[] key) {
    this.key = key.clone();
  }

  /** What was kept of it. */
  public static Agreed of(byte[] kept) {
    return new Agreed(kept);
  }

  /** Of one call: both halves were made for it, and it hangs on every byte of the transcript. */
  public static Agreed call(SigningKey ours, DeviceKey theirs, String id, byte[] payload) {
    return new Agreed(
        hkdf(ours.agree(theirs), sha256(payload), utf8("porchlight-verify/1\n" + id)));
  }

  /** Of a device, for when it has no network: by the keys that its enrolment made known. */
  public static Agreed offline(SigningKey ours, DeviceKey theirs, String device) {
    return new Agreed(hkdf(ours.agree(theirs), new byte[0], utf8("porchlight-ocra/1\n" + device)));
  }

  /** The secret itself, to be sealed. */
  public byte[] bytes() {
    return key.clone();
  }

  /** Six digits that only the two who agreed know. */
  public String code() {
    long number = ByteBuffer.wrap(hmac(key, utf8("code"))).getLong();
    return String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(number, CODES));
  }

  /** Whether somebody typed the code; how long that takes says nothing of it. */
  public boolean isCode(String typed) {
    return Digests.isSame(code(), typed);
  }

  /** Encrypts for the other one (AES-256-GCM): nonce and text, base64url. */
  public String box(String text, String id, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(hmac(key, utf8("message")), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(utf8(id));
      byte[] sealed = cipher.doFinal(utf8(text));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return Digests.base64Url(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** HKDF (RFC 5869) with SHA-256, one block of it. */
  static byte[] hkdf(byte[] secret, byte[] salt, byte[] info) {
    byte[] extracted = hmac(salt.length == 0 ? new byte[32] : salt, secret);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(extracted, block);
  }

  private static byte[] hmac(byte[] secret, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
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
