package porchlight.gather.windows.ports;

import java.util.List;
import porchlight.facts.IpAddress;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The listening sockets of a Windows laptop, and the programs and services behind them. */
public final class WinListening {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = Listeners.QUESTIONS;

  private WinListening() {}

  public static Reading<Listening> read(Machine machine) {
    return Listeners.read(machine)
        .map(all ->
            new Listening(
                all.stream()
                    .map(one ->
                        new Service(
                            one.protocol(),
                            IpAddress.of(one.address())
                                .map(IpAddress::text)
                                .orElse(Answers.brief(one.address())),
                            one.port(),
                            reach(one, all),
                            name(one)))
                    .distinct()
                    .toList()));
  }

  /**
   * A socket for both families is in both tables; one that is in IPv6's alone may all the same be
   * for both, which its address does not tell.
   */
  private static Reach reach(Listener socket, List<Listener> all) {
    if (socket.isLoopback()) {
      return Reach.LOOPBACK;
    }
    if (!socket.isIpv6()) {
      return Reach.IPV4;
    }
    boolean any = socket.address().equals("::");
    boolean twin =
        all.stream()
            .anyMatch(one ->
                one.protocol() == socket.protocol()
                    && one.port() == socket.port()
                    && one.address().equals("0.0.0.0"));
    return any && !twin ? Reach.BOTH : Reach.IPV6;
  }

  private static String name(Listener socket) {
    String services = String.join(", ", socket.services());
    return Answers.brief(
        services.isEmpty() ? socket.program() : socket.program() + " (" + services + ")");
  }
}
