package porchlight.gather.macos.network;

import java.util.List;
import java.util.stream.Stream;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.gather.macos.Launchd;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The listening sockets of a Mac: netstat sees them all, lsof names those that it may. */
public final class MacListening {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          Netstat.SOCKETS,
          Netstat.SOCKETS6,
          Lsof.SOCKETS,
          Launchd.REMOTE_LOGIN,
          Launchd.SCREEN_SHARING,
          Launchd.FILE_SHARING,
          Launchd.REMOTE_MANAGEMENT);

  private MacListening() {}

  public static Reading<Listening> read(Machine machine) {
    return sockets(machine)
        .map(services -> {
          if (services.isEmpty()) {
            return new Listening(services);
          }
          Lsof lsof = Lsof.read(machine.ask(Lsof.SOCKETS));
          var names = new MacServices(machine);
          return new Listening(services.stream().map(lsof::named).map(names::named).toList());
        });
  }

  /** Without the names of programs. */
  static Reading<List<Service>> sockets(Machine machine) {
    return Netstat.read(Netstat.SOCKETS, machine.ask(Netstat.SOCKETS))
        .flatMap(four ->
            Netstat.read(Netstat.SOCKETS6, machine.ask(Netstat.SOCKETS6))
                .map(six -> Stream.concat(four.stream(), six.stream()).distinct().toList()));
  }
}
