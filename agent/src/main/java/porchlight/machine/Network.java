package porchlight.machine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Puts a probe to the network by plain sockets, and is back in the probe's time. */
final class Network {
  private Network() {}

  static Answer ask(Probe probe) {
    return switch (probe) {
      case Probe.DnsQuery query -> within(query, () -> DnsAsk.ask(query));
      case Probe.HttpGet get -> within(get, () -> HttpAsk.ask(get));
      case Probe.TlsChain chain -> within(chain, () -> TlsAsk.ask(chain));
      case Probe.Connect connect -> within(connect, () -> SocketAsk.connect(connect));
      case Probe.Exchange exchange -> within(exchange, () -> SocketAsk.exchange(exchange));
    };
  }

  /**
   * On a thread of its own: looking up a host's name has no time limit in Java, and a server may
   * send a byte now and then for ever.
   */
  private static Answer within(Probe probe, OwnThread.Asking asking) {
    return OwnThread.within(
        "probes",
        probe.limitMillis(),
        () -> {
          try {
            return asking.ask();
          } catch (IOException failed) {
            return failure(failed);
          }
        });
  }

  private static Answer failure(IOException failed) {
    return switch (failed) {
      case SocketTimeoutException late -> new Answer.TimedOut();
      case UnknownHostException unknown -> new Answer.Failed(Probe.NO_ADDRESS);
      case PortUnreachableException nobody -> new Answer.Failed(Probe.NOBODY);
      case NoRouteToHostException noRoute -> new Answer.Failed(Probe.NO_ROUTE);
      case ConnectException refused ->
          new Answer.Failed(
              String.valueOf(refused.getMessage()).contains("timed out")
                  ? Probe.NO_CONNECTION
                  : Probe.REFUSED);
      default -> {
        String said = String.valueOf(failed.getMessage());
        yield said.contains("Operation not permitted") || said.contains("Permission denied")
            ? new Answer.Denied()
            : new Answer.Failed(said.contains("unreachable") ? Probe.NO_ROUTE : said);
      }
    };
  }
}
