package porchlight.machine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** A name in the forms that programs write names in, each with its stand-in in the same form. */
final class Guises {
  /** Shorter ones would be found by chance. */
  private static final int SHORTEST = 6;

  private Guises() {}

  static Map<String, String> of(String name, String standIn) {
    var out = new LinkedHashMap<String, String>();
    byte[] one = name.getBytes(StandardCharsets.UTF_8);
    byte[] other = standIn.getBytes(StandardCharsets.UTF_8);
    put(out, Base64.getEncoder().encodeToString(one), Base64.getEncoder().encodeToString(other));
    put(out, HexFormat.of().formatHex(one), HexFormat.of().formatHex(other));
    put(
        out,
        HexFormat.of().withUpperCase().formatHex(one),
        HexFormat.of().withUpperCase().formatHex(other));
    put(out, wide(name), wide(standIn));
    put(out, numbers(one), numbers(other)); // keyfiles of NetworkManager
    put(out, URLEncoder.encode(name, StandardCharsets.UTF_8), standIn);
    put(out, URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"), standIn);
    put(out, escaped(name, "\\x"), standIn); // iw, systemd
    put(out, octal(one), standIn); // mountinfo
    out.remove(name);
    return out;
  }

  private static void put(Map<String, String> out, String form, String standIn) {
    if (form.length() >= SHORTEST) {
      out.put(form, standIn);
    }
  }

  /** UTF-16 as hexadecimal, as Windows keeps many texts. */
  private static String wide(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static String numbers(byte[] bytes) {
    var out = new StringJoiner(";", "", ";");
    for (byte one : bytes) {
      out.add(String.valueOf(one & 0xff));
    }
    return out.toString();
  }

  private static String escaped(String name, String mark) {
    var out = new StringBuilder();
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      out.append(
          one > ' ' && one < 0x7f
              ? String.valueOf((char) one)
              : mark + String.format(Locale.ROOT, "%02x", one & 0xff));
    }
    return out.toString();
  }

  private static String octal(byte[] name) {
    var out = new StringBuilder();
    for (byte one : name) {
      out.append(
          one > ' ' && one < 0x7f
              ? String.valueOf((char) one)
              : String.format(Locale.ROOT, "\\%03o", one & 0xff));
    }
    return out.toString();
  }
}
