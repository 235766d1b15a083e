package porchlight.uplink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Challenge and response that people read to each other (RFC 6287): eight digits by HMAC-SHA256 of
 * a question of letters and digits.
 *
 * @param suite its name in the RFC, which is part of what is answered
 * @param session how many bytes of session information are; 0 for none
 */
record Ocra(String suite, int session) {
  /** The suite of the RFC's vectors. */
  static final Ocra PLAIN = new Ocra("OCRA-1:HOTP-SHA256-8:QA08", 0);

  /** The one in use: the session information is the purpose. */
  static final Ocra MUTUAL = new Ocra("OCRA-1:HOTP-SHA256-8:QA08-S064", 64);

  private static final String HMAC = "HmacSHA256";
  private static final int QUESTION = 128;
  private static final int NUMBERS = 100_000_000;

  /** The answer to a question, in ASCII, about a session, in ASCII. */
  String answer(byte[] key, String question, String about) {
    byte[] name = ascii(suite);
    byte[] asked = ascii(question);
    byte[] told = ascii(about);
    if (asked.length > QUESTION || told.length > session) {
      throw new IllegalArgumentException("longer than " + suite + " takes");
    }
    var data = ByteBuffer.allocate(name.length + 1 + QUESTION + session);
    data.put(name).put((byte) 0).put(asked);
    data.position(data.capacity() - told.length);
    data.put(told);
    byte[] mac = hmac(key, data.array());
    int from = mac[mac.length - 1] & 0xF;
    return padded((ByteBuffer.wrap(mac).getInt(from) & Integer.MAX_VALUE) % NUMBERS);
  }

  /** Eight digits. */
  static String padded(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(8 - digits.length()) + digits;
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
