package porchlight.machine.windows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What WinINet keeps for each connection: version, counter and flags, 4 bytes each, then the
 * proxies, the hosts that go without, and the address of a script, each behind its length. Only the
 * 12 bytes are told as they are; the addresses follow as texts, without passwords, and the hosts do
 * not.
 */
final class ConnectionSettings {
  private static final int FLAGS_END = 12;

  /** All other connections are called as people like. */
  private static final Set<String> OWN =
      Set.of("defaultconnectionsettings", "savedlegacysettings", "winhttpsettings");

  private ConnectionSettings() {}

  /** Whether a connection is called so by Windows itself. */
  static boolean isOwn(String name) {
    return OWN.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The lines of one connection, under that name. */
  static String lines(String name, byte[] data) {
    var out = new StringBuilder();
    byte[] flags = Arrays.copyOf(data, Math.min(data.length, FLAGS_END));
    out.append(RegistryLines.value(name, RegistryLines.BINARY, flags, UnaryOperator.identity()));
    try {
      var bytes = new Bytes(data);
      int bypass = after(bytes, FLAGS_END);
      int script = after(bytes, bypass);
      text(out, name + ".ProxyServer", bytes, FLAGS_END);
      text(out, name + ".AutoConfigURL", bytes, script);
    } catch (IndexOutOfBoundsException cutOff) {
      return out.toString();
    }
    return out.toString();
  }

  private static int after(Bytes bytes, int at) {
    return Math.addExact(at + 4, Math.min(bytes.i32(at), bytes.length()));
  }

  private static void text(StringBuilder out, String name, Bytes bytes, int at) {
    String text = new String(bytes.slice(at + 4, bytes.i32(at)), StandardCharsets.ISO_8859_1);
    if (!text.isEmpty()) {
      out.append(RegistryLines.text(name, WinHttp.proxies(text)));
    }
  }
}
