package porchlight.machine.windows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as programs of the console print it into a pipe. */
public final class OemText {
  private static final int OEM = 1;

  private OemText() {}

  /** Strictly UTF-8, or what Windows makes of it by the page of codes of its console. */
  public static String of(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      char[] text = new char[bytes.length];
      int length =
          Dll.call(
              "kernel32", "MultiByteToWideChar", OEM, 0, bytes, bytes.length, text, text.length);
      return length > 0
          ? new String(text, 0, Math.min(length, text.length))
          : new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
