package porchlight.gather.macos.wifi;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;

/** The Wi-Fi adapter where CoreWLAN does not name it. */
final class WifiLink {
  private WifiLink() {}

  /** Empty when there is none; in another language than English its port has another name. */
  static Reading<Optional<LinkName>> find(Machine machine) {
    return HardwarePorts.read(machine.ask(HardwarePorts.PORTS))
        .flatMap(ports ->
            ports.wifi().isEmpty()
                ? among(machine, ports)
                : Reading.known(Optional.of(ports.wifi().getFirst())));
  }

  private static Reading<Optional<LinkName>> among(Machine machine, HardwarePorts ports) {
    Reading<Optional<LinkName>> none = Reading.known(Optional.empty());
    for (LinkName link : ports.others()) {
      switch (Summary.of(machine, link)) {
        case Known<Summary>(var summary) -> {
          if (summary.isWifi()) {
            return Reading.known(Optional.of(link));
          }
        }
        case Unknown<Summary> unknown -> none = unknown.as();
      }
    }
    return none;
  }
}
