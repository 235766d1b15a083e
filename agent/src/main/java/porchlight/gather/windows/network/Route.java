package porchlight.gather.windows.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;

/**
 * A route in use.
 *
 * @param gateway empty where none is needed
 * @param metric with what its adapter adds; the lowest is taken
 */
record Route(Network destination, String gateway, Adapter adapter, long metric) {

  boolean isIpv4() {
    return destination.first().isIpv4();
  }

  /** For all that has no other. */
  boolean isDefault() {
    return destination.prefix() == 0;
  }

  /** The way to an address: by the longest prefix, and of those by the lowest metric. */
  static Optional<Route> to(IpAddress address, List<Route> routes) {
    Optional<Route> best = Optional.empty();
    for (Route route : routes) {
      if (route.destination.contains(address.text())) {
        if (best.isEmpty() || route.isBefore(best.get())) {
          best = Optional.of(route);
        }
      }
    }
    return best;
  }

  private boolean isBefore(Route other) {
    int longer = Integer.compare(destination.prefix(), other.destination.prefix());
    return longer > 0 || (longer == 0 && metric < other.metric);
  }
}
