package porchlight.gather.windows.wifi;

import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.network.Adapter;
import porchlight.gather.windows.network.Interfaces;

/**
 * The name of the network that gave a radio its address, out of {@code DhcpNetworkHint}, which the
 * machine tells as {@code ssid:} and the name. It outlives the connection, so it counts only while
 * the radio has the very address that came with it, from the very server that gave it. Reported
 * from the field; not proven on a machine of ours.
 */
final class Hint {
  private static final String TOLD = "ssid:";

  private final Interfaces interfaces;
  private final Adapter radio;

  private Hint(Interfaces interfaces, Adapter radio) {
    this.interfaces = interfaces;
    this.radio = radio;
  }

  /** Empty when it is not told, or may be of another time. */
  static Optional<String> network(Interfaces interfaces, Adapter radio) {
    var hint = new Hint(interfaces, radio);
    return radio.isUp() && hint.isOfNow()
        ? hint.text("DhcpNetworkHint").flatMap(Hint::named)
        : Optional.empty();
  }

  /** By hand, anybody may set an address that a network once gave. */
  private boolean isOfNow() {
    boolean isLeased =
        interfaces.number(radio.guid(), "EnableDHCP") instanceof Known<Optional<Long>>(var on)
            && on.orElse(0L) == 1;
    var server = address("DhcpServer").map(IpAddress::text);
    return isLeased
        && server.filter(radio.dhcpServer()::equals).isPresent()
        && address("DhcpIPAddress")
            .filter(
                leased -> radio.addresses().stream().anyMatch(own -> own.first().equals(leased)))
            .isPresent();
  }

  private Optional<IpAddress> address(String name) {
    return text(name).flatMap(IpAddress::of).filter(address -> !address.isAny());
  }

  private Optional<String> text(String name) {
    return interfaces.text(radio.guid(), name) instanceof Known<Optional<String>>(var text)
        ? text
        : Optional.empty();
  }

  private static Optional<String> named(String hint) {
    return hint.startsWith(TOLD)
        ? Optional.of(hint.substring(TOLD.length())).filter(name -> !name.isEmpty())
        : Optional.empty();
  }
}
