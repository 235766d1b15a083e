package porchlight.gather.macos.wifi;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin;
import porchlight.gather.macos.people.Console;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The networks that a Mac joins by itself. */
public final class MacWifiAutoJoin {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(KnownNetworks.KNOWN, HardwarePorts.PORTS, Summary.SUMMARY, Console.OURS);

  private MacWifiAutoJoin() {}

  public static Reading<WifiAutoJoin> read(Machine machine) {
    var saved = KnownNetworks.read(machine.ask(KnownNetworks.KNOWN));
    if (saved instanceof Known<WifiAutoJoin>) {
      return saved;
    }
    // Only a Mac that surely has no adapter needs no list.
    return WifiLink.find(machine) instanceof Known<Optional<LinkName>>(var link) && link.isEmpty()
        ? Reading.known(new WifiAutoJoin.NoAdapter())
        : cured(machine, saved);
  }

  /** What is kept from root itself is kept for want of consent. */
  private static Reading<WifiAutoJoin> cured(Machine machine, Reading<WifiAutoJoin> saved) {
    return saved instanceof Unknown<WifiAutoJoin>(var reason, var detail)
            && reason == Reason.NEEDS_PRIVILEGE
            && Console.ours(machine.ask(Console.OURS)).equals(Reading.known(0))
        ? Reading.unknown(Reason.NEEDS_CONSENT, detail + " (Full Disk Access is not granted)")
        : saved;
  }
}
