package porchlight.uplink.road;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import porchlight.json.Way;

/**
 * One way that can be gone now.
 *
 * @param login for this very proxy, when the setting that names it brings one
 */
record Lane(Proxy proxy, Optional<Way.Login> login) {
  static final Lane STRAIGHT = new Lane(Proxy.NO_PROXY, Optional.empty());

  static Lane http(String host, int port, Optional<Way.Login> login) {
    return new Lane(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)), login);
  }

  static Lane socks(String host, int port) {
    return new Lane(
        new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved(host, port)),
        Optional.empty());
  }

  /** The proxy as a person would name it: {@code proxy.example:3128}; empty when there is none. */
  String name() {
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "";
  }

  String words() {
    return switch (proxy.type()) {
      case DIRECT -> "without a proxy";
      case HTTP -> "through the proxy " + name();
      case SOCKS -> "through the SOCKS proxy " + name();
    };
  }
}
