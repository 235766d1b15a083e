package porchlight.machine.windows;

import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code DhcpNetworkHint}: the name of a network as hexadecimal figures, the two of each byte in
 * the wrong order. Told as text, {@code ssid:} and the name, it is replaced in recordings as the
 * same name is elsewhere.
 */
final class NetworkHint {
  private NetworkHint() {}

  /** Empty for what is no such name. */
  static Optional<String> told(String figures) {
    if (!figures.matches("(?:[0-9A-Fa-f]{2}){1,32}")) {
      return Optional.empty();
    }
    byte[] name = HexFormat.of().parseHex(figures);
    for (int i = 0; i < name.length; i++) {
      name[i] = (byte) ((name[i] & 0xf) << 4 | (name[i] & 0xf0) >> 4);
    }
    return Optional.of("ssid:" + Block.name(name));
  }
}
