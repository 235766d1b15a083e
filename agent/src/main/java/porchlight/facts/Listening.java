package porchlight.facts;

import java.util.List;
import porchlight.facts.Firewall.Protocol;

/** The services of this laptop that wait for connections. */
public record Listening(List<Service> services) {

  public Listening {
    services = List.copyOf(services);
  }

  /**
   * One listening socket.
   *
   * @param address where it listens, without brackets or zone: {@code 0.0.0.0}, {@code ::}, {@code
   *     127.0.0.53}
   * @param reach which address families' packets it takes
   * @param process the program's name; empty when this user may not see it
   */
  public record Service(Protocol protocol, String address, int port, Reach reach, String process) {}

  /** Who can get to a socket, as far as its address says. */
  public enum Reach {
    /** This laptop only. */
    LOOPBACK,
    IPV4,
    IPV6,
    BOTH
  }
}
