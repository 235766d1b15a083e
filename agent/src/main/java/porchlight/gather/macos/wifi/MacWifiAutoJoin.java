package porchlight.gather.macos.wifi;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.WifiAutoJoin;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The networks that a Mac joins by itself. */
public final class MacWifiAutoJoin {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(KnownNetworks.KNOWN, HardwarePorts.PORTS, Summary.SUMMARY);

  private MacWifiAutoJoin() {}

  public static Reading<WifiAutoJoin> read(Machine machine) {
    var saved = KnownNetworks.read(machine.ask(KnownNetworks.KNOWN));
    if (saved instanceof Known<WifiAutoJoin>) {
      return saved;
    }
    // Only a Mac that surely has no adapter needs no list.
    return WifiLink.find(machine) instanceof Known<Optional<LinkName>>(var link) && link.isEmpty()
        ? Reading.known(new WifiAutoJoin.NoAdapter())
        : saved;
  }
}
