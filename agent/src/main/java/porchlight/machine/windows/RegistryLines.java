package porchlight.machine.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Values of the registry as lines of an export. */
final class RegistryLines {
  private static final int SZ = 1;
  private static final int EXPAND_SZ = 2;
  static final int BINARY = 3;
  private static final int DWORD = 4;

  private static final String NETWORK_HINT = "dhcpnetworkhint";

  private static final Set<String> PROXIES =
      Set.of(
          "proxyserver",
          "autoconfigurl",
          "autoconfigproxy",
          "http_proxy",
          "https_proxy",
          "all_proxy",
          "ftp_proxy",
          "wuserver",
          "wustatusserver",
          "updateserviceurl",
          "updateserviceurlalternate",
          "discoveryservicefullurl");

  /** Addresses of services for encrypted DNS, in which people have ids and devices names. */
  private static final Set<String> TEMPLATES = Set.of("template", "dohtemplate");

  /** A rule of the firewall as the registry has it. */
  private static final Pattern RULE = Pattern.compile("v\\d{1,3}\\.\\d{1,3}\\|.*");

  private RegistryLines() {}

  static String present(String name) {
    return name(name) + "=?\n";
  }

  /**
   * One value. A text with variables is told as any other, so that what is personal in it is found.
   *
   * @param people puts stand-ins for security identifiers of people
   */
  static String value(String name, int kind, byte[] data, UnaryOperator<String> people) {
    if (kind == DWORD && data.length == 4) {
      int number = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
      return name(name) + String.format("=dword:%08x%n", number).replace("\r", "");
    }
    if (kind == SZ || kind == EXPAND_SZ) {
      Optional<String> text = text(data);
      if (text.isPresent()) {
        return text(name, people.apply(text.get()));
      }
    }
    return name(name)
        + (kind == BINARY ? "=hex:" : "=hex(" + Integer.toHexString(kind) + "):")
        + HexFormat.ofDelimiter(",").formatHex(data)
        + "\n";
  }

  static String text(String name, String text) {
    return name(name) + "=\"" + escaped(text) + "\"\n";
  }

  /** The names of a rule are translated or people's own, and its path may lie in a home. */
  static byte[] withoutNames(byte[] data) {
    Optional<String> text = text(data).filter(rule -> RULE.matcher(rule).matches());
    if (text.isEmpty()) {
      return data;
    }
    var parts = new ArrayList<String>();
    for (String part : text.get().split("\\|", -1)) {
      if (part.startsWith("App=")) {
        parts.add("App=" + part.substring(Math.max(part.lastIndexOf('\\') + 1, 4)));
      } else if (List.of("Name=", "Desc=", "EmbedCtxt=").stream().noneMatch(part::startsWith)) {
        parts.add(part);
      }
    }
    return wide(String.join("|", parts));
  }

  /**
   * The addresses of proxies and servers without passwords, of services for encrypted DNS their
   * protocol alone; the name of a network as text.
   */
  static byte[] withoutSecrets(String name, byte[] data) {
    String key = name.toLowerCase(Locale.ROOT);
    if (key.equals(NETWORK_HINT)) {
      return text(data).flatMap(NetworkHint::told).map(RegistryLines::wide).orElse(data);
    }
    if (TEMPLATES.contains(key)) {
      return text(data).map(text -> wide(protocol(text))).orElse(new byte[0]);
    }
    return PROXIES.contains(key)
        ? text(data).map(text -> wide(WinHttp.proxies(text))).orElse(new byte[0])
        : data;
  }

  /** {@code https://} of an address; nothing where it has none. */
  static String protocol(String address) {
    int end = address.indexOf("://");
    return end < 0 ? "" : address.substring(0, end + "://".length());
  }

  private static byte[] wide(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_16LE);
  }

  private static String name(String name) {
    return name.isEmpty() || name.equals("(default)") ? "@" : "\"" + escaped(name) + "\"";
  }

  /** The text of a value; nothing where it is none. */
  static Optional<String> text(byte[] data) {
    try {
      CharBuffer text = StandardCharsets.UTF_16LE.newDecoder().decode(ByteBuffer.wrap(data));
      String whole = text.toString().replaceFirst("\0+$", "");
      return whole.indexOf('\0') < 0 ? Optional.of(whole) : Optional.empty();
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '"') {
        out.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
