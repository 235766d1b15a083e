package porchlight.gather.windows.wifi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.network.Adapter;
import porchlight.gather.windows.network.Interfaces;

/**
 * The name of the network that gave a radio its address, out of {@code DhcpNetworkHint}: its bytes
 * in hexadecimal figures, the two of each byte in the wrong order. It outlives the connection, so
 * it counts only while the radio has the very address that came with it. Reported from the field;
 * not proven on a machine of ours.
 */
final class Hint {
  private Hint() {}

  /** Empty when it is not told, or may be of another time. */
  static Optional<String> network(Interfaces interfaces, Adapter radio) {
    if (!(interfaces.text(radio.guid(), "DhcpIPAddress")
            instanceof Known<Optional<String>>(var leased))
        || !(interfaces.text(radio.guid(), "DhcpNetworkHint")
            instanceof Known<Optional<String>>(var hint))) {
      return Optional.empty();
    }
    boolean isOfNow =
        leased
            .flatMap(IpAddress::of)
            .filter(address -> !address.isAny())
            .filter(
                address -> radio.addresses().stream().anyMatch(own -> own.first().equals(address)))
            .isPresent();
    return isOfNow && radio.isUp() ? hint.flatMap(Hint::decoded) : Optional.empty();
  }

  static Optional<String> decoded(String hint) {
    String figures = hint.strip();
    if (!figures.matches("(?:[0-9A-Fa-f]{2}){1,32}")) {
      return Optional.empty();
    }
    var swapped = new StringBuilder();
    for (int i = 0; i < figures.length(); i += 2) {
      swapped.append(figures.charAt(i + 1)).append(figures.charAt(i));
    }
    try {
      byte[] bytes = HexFormat.of().parseHex(swapped);
      String name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean isPlain = name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
      return isPlain ? Optional.of(name) : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
