package porchlight.central.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Challenge and response that people read to each other (RFC 6287): eight digits by HMAC-SHA256 of
 * a question of letters and digits.
 *
 * @param suite its name in the RFC, which is part of what is answered
 * @param session how many bytes of session information are; 0 for none
 */
public record Ocra(String suite, int session) {
  /** The suite of the RFC's vectors. */
  static final Ocra PLAIN = new Ocra("OCRA-1:HOTP-SHA256-8:QA08", 0);

  /** The one in use: the session information is the purpose. */
  public static final Ocra MUTUAL = new Ocra("OCRA-1:HOTP-SHA256-8:QA08-S064", 64);

  private static final int QUESTION = 128;
  private static final int DIGITS = 100_000_000;

  /** The answer to a question, in ASCII, about a session, in ASCII. */
  public String answer(byte[] key, String question, String about) {
    byte[] name = ascii(suite);
    byte[] asked = ascii(question);
    byte[] told = ascii(about);
    if (asked.length > QUESTION || told.length > session) {
      throw new IllegalArgumentException("longer than " + suite + " takes");
    }
    ByteBuffer data = ByteBuffer.allocate(name.length + 1 + QUESTION + session);
    data.put(name).put((byte) 0).put(asked);
    data.position(data.capacity() - told.length);
    data.put(told);
    byte[] mac = hmac(key, data.array());
    int from = mac[mac.length - 1] & 0xF;
    int number = ByteBuffer.wrap(mac).getInt(from) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%08d", number % DIGITS);
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
