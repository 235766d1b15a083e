package porchlight.central.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8, strictly. */
final class Utf8 {
  private Utf8() {}

  /** The text; throws Unreadable where the bytes are not UTF-8. */
  static String text(byte[] bytes) throws Unreadable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(Unreadable.Kind.NOT_JSON, "the body is not UTF-8");
    }
  }
}
