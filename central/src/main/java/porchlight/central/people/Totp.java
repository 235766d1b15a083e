package porchlight.central.people;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the clock (RFC 6238), of the only kind that every app makes. */
public final class Totp {
  /** The bytes of a seed, as RFC 4226 recommends. */
  private static final int SEED_BYTES = 20;

  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;

  /** Steps before and after now whose codes are taken: clocks differ. */
  private static final int SKEW = 1;

  private Totp() {}

  /** A new seed. */
  public static byte[] seed(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return seed;
  }

  /**
   * The step that a code is of; empty when it is wrong, or of a step no later than {@code used}.
   */
  public static OptionalLong step(byte[] seed, String code, Instant now, long used) {
    long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - SKEW; step <= current + SKEW; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(seed, step, DIGITS, "HmacSHA1").getBytes(StandardCharsets.UTF_8),
              code.getBytes(StandardCharsets.UTF_8));
      if (same && step > used && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(byte[] seed, long step, int digits, String algorithm) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(seed, algorithm));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int at = hash[hash.length - 1] & 0xf;
      long number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fff_ffff;
      long most = (long) Math.pow(10, digits);
      return String.format(Locale.ROOT, "%0" + digits + "d", number % most);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** A seed as a person types it into an app. */
  public static String typed(byte[] seed) {
    return Base32.of(seed);
  }

  /** What an app reads from the picture. */
  public static String address(byte[] seed, String name) {
    return "otpauth://totp/Porchlight:"
        + URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "?secret="
        + typed(seed)
        + "&issuer=Porchlight";
  }
}
