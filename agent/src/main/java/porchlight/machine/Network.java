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
      case Probe.DnsQuery query -> within(query, new Held(), () -> DnsAsk.ask(query));
      case Probe.HttpGet get -> {
        var held = new Held();
        yield within(get, held, () -> HttpAsk.ask(get, held));
      }
      case Probe.TlsChain chain -> {
        var held = new Held();
        yield within(chain, held, () -> TlsAsk.ask(chain, held));
      }
      case Probe.Connect connect -> within(connect, new Held(), () -> SocketAsk.connect(connect));
      case Probe.Exchange exchange ->
          within(exchange, new Held(), () -> SocketAsk.exchange(exchange));
    };
  }

  /**
   * On a thread of its own: looking up a host's name has no time limit in Java, and a server may
   * send a byte now and then for ever.
   */
  private static Answer within(Probe probe, Held held, OwnThread.Asking asking) {
    try (held) {
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
