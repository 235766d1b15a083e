package porchlight.gather.linux.ports;

import porchlight.facts.IpAddress;
import porchlight.facts.Listening.Reach;

/** What a socket's address says about who can get to it. */
final class Sockets {
  private Sockets() {}

  /** The reach of a socket that takes only its own address family. */
  static Reach reach(IpAddress address) {
    if (address.isLoopback()) {
      return Reach.LOOPBACK;
    }
    return address.isIpv4() ? Reach.IPV4 : Reach.IPV6;
  }
}
