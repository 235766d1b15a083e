package porchlight.gather.linux.dns;

import java.util.Optional;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;

/** A server that a resolver on this laptop passes queries on to. */
record Upstream(IpAddress address, int port, Transport transport) {
  static final int DNS = 53;

  /** {@code 192.0.2.1}, with a port after {@code mark}; what stands behind other marks is cut. */
  static Optional<Upstream> of(String text, char mark, int usualPort, Transport transport) {
    int at = text.indexOf(mark);
    String port = at < 0 ? "" : text.substring(at + 1);
    if (!port.matches("|[1-9][0-9]{0,4}")) {
      return Optional.empty();
    }
    String bare = at < 0 ? text : text.substring(0, at);
    int percent = bare.indexOf('%');
    return IpAddress.of(percent < 0 ? bare : bare.substring(0, percent))
        .map(address ->
            new Upstream(address, port.isEmpty() ? usualPort : Integer.parseInt(port), transport));
  }

  Resolver resolver() {
    return on("");
  }

  /** As if nobody stood behind it. */
  Resolver on(String link) {
    return new Resolver(address.text(), link, LocalResolver.told(address, transport));
  }
}
