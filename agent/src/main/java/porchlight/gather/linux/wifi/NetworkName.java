package porchlight.gather.linux.wifi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The name of a network: up to 32 bytes of anything, chosen by whoever runs the access point. */
final class NetworkName {
  private NetworkName() {}

  /** From the escapes of {@code iw} and {@code wpa_cli}: bytes as {@code \xNN}, and C's letters. */
  static String unescaped(String text) {
    var bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      int length = 1;
      if (text.startsWith("\\x", at) && isHex(text, at + 2)) {
        bytes.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
        length = 4;
      } else if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        bytes.write(letter(text.charAt(at + 1)));
        length = 2;
      } else {
        length = Character.charCount(text.codePointAt(at));
        bytes.writeBytes(text.substring(at, at + length).getBytes(StandardCharsets.UTF_8));
      }
      at += length;
    }
    return shown(bytes.toString(StandardCharsets.UTF_8));
  }

  /** Without what could steer a terminal; a name of zeros is a hidden one. */
  static String shown(String name) {
    String visible = name.replaceAll("\\x00+$", "");
    return visible.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]", "\uFFFD");
  }

  private static boolean isHex(String text, int at) {
    return at + 2 <= text.length()
        && HexFormat.isHexDigit(text.charAt(at))
        && HexFormat.isHexDigit(text.charAt(at + 1));
  }

  private static int letter(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'e' -> 27;
      default -> escaped < 128 ? escaped : '?';
    };
  }
}
