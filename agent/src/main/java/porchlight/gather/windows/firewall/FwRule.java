package porchlight.gather.windows.firewall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Firewall.Protocol;
import porchlight.gather.windows.ports.Listener;

/**
 * An enabled rule for what comes in. What is narrower than a stranger can tell from outside, such
 * as a person or an app, makes it a rule for certain sockets.
 *
 * @param profiles bits of the profiles it is for: 1 domain, 2 private, 4 public
 * @param protocol the number of IP; 256 for any
 * @param ports as they are written; none for any
 * @param farPorts the other side's; none for any
 * @param program the name of its file; empty for any
 * @param service empty for any program; {@code *} for any service
 * @param app whether it is for a Store app
 * @param trusted whether it lets in only who proves who it is
 * @param narrow whether it is for certain addresses or connections
 */
record FwRule(
    boolean allows,
    int profiles,
    int protocol,
    List<String> ports,
    List<String> farPorts,
    Scope ipv4,
    Scope ipv6,
    String program,
    String service,
    boolean app,
    boolean trusted,
    boolean narrow) {
  static final int ANY_PROTOCOL = 256;
  private static final int TCP = 6;
  private static final int UDP = 17;

  /** Where the system puts what asks for no certain port. */
  private static final int DYNAMIC = 49152;

  FwRule {
    ports = List.copyOf(ports);
    farPorts = List.copyOf(farPorts);
  }

  boolean isFor(int profile) {
    return (profiles & profile) != 0;
  }

  boolean isFor(Protocol which) {
    return protocol == ANY_PROTOCOL || protocol == (which == Protocol.TCP ? TCP : UDP);
  }

  /** Whom it is for; who may not choose the port it calls from is no ordinary stranger. */
  Scope scope(boolean six) {
    Scope scope = six ? ipv6 : ipv4;
    boolean anyFar = farPorts.isEmpty() || farPorts.contains("*");
    return trusted ? Scope.NOBODY : anyFar ? scope : scope.and(Scope.CRAFTED);
  }

  /** Whether whatever comes to its ports meets it, from whomever and by whatever way. */
  boolean isForEverybody() {
    return !narrow && !isBound() && (farPorts.isEmpty() || farPorts.contains("*"));
  }

  /** Whether it is for the sockets of certain programs only. */
  boolean isBound() {
    return !program.isEmpty()
        || !service.isEmpty()
        || app
        || ports.stream().anyMatch(FwRule::isOfRpc);
  }

  /** The ports that it names for that protocol; all of them when it names none. */
  PortSet named(Protocol which) {
    var named = new PortSet();
    if (ports.isEmpty()) {
      named.add(which, 0, 65535);
    }
    for (String port : ports) {
      add(named, which, port.strip().toLowerCase(Locale.ROOT));
    }
    return named;
  }

  private static void add(PortSet named, Protocol which, String port) {
    switch (port) {
      case "rpc" -> named.add(which, DYNAMIC, 65535);
      case "rpc-epmap" -> named.add(which, 135, 135);
      case "iphttps", "iphttpsin", "iptlsin" -> named.add(which, 443, 443);
      case "mdns" -> named.add(which, 5353, 5353);
      case "teredo" -> {} // a tunnel's own, which this laptop opens
      default -> range(named, which, port);
    }
  }

  /** A word that is not known may mean any port. */
  private static void range(PortSet named, Protocol which, String port) {
    String[] ends = port.split("-", 2);
    Optional<Integer> first = number(ends[0]);
    Optional<Integer> last = number(ends[ends.length - 1]);
    if (first.isPresent() && last.isPresent() && first.get() <= last.get()) {
      named.add(which, first.get(), last.get());
    } else {
      named.add(which, 0, 65535);
    }
  }

  static Optional<Integer> number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= 65535
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }

  /** Any program may be behind such a port, but it is only open where one is. */
  private static boolean isOfRpc(String port) {
    return port.strip().equalsIgnoreCase("rpc");
  }

  /** Whether that socket may be one of those it is for. */
  boolean mayBeFor(Listener socket) {
    return isAt(socket)
        && (service.isEmpty()
            || (service.equals("*")
                ? !socket.services().isEmpty() || socket.mayServe("")
                : socket.mayServe(service)))
        && (!app || !program.isEmpty() || socket.packaged() || socket.program().isEmpty());
  }

  /** Whether it would be for that socket if an app or a service that is not told were behind it. */
  boolean isPerhapsFor(Listener socket) {
    return isAt(socket) && socket.mayHide();
  }

  private boolean isAt(Listener socket) {
    return isFor(socket.protocol())
        && named(socket.protocol()).has(socket.protocol(), socket.port())
        && (program.isEmpty() || socket.mayBe(program));
  }
}
