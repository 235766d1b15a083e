package porchlight.gather.windows.network;

import java.util.List;
import porchlight.facts.Gateway;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The default gateways of Windows: all routes for all that has no other, the preferred one first.
 */
public final class WinGateway {
  /** All that may be asked, here and by whatever else wants the routes. */
  public static final List<Question> QUESTIONS =
      List.of(
          Adapters.NATIVE,
          Ways.NATIVE,
          NeighbourTable.NATIVE,
          IpConfig.ALL,
          GetMac.TABLE,
          RoutePrint.PRINT,
          ArpPrint.TABLE);

  private WinGateway() {}

  /** A gateway whose hardware address cannot be told is still the gateway. */
  public static Reading<Gateway> read(Machine machine) {
    return Ways.read(machine)
        .flatMap(Ways::orUnknown)
        .map(ways -> {
          NeighbourTable seen = neighbours(machine);
          return new Gateway(
              ways.defaults().stream().map(route -> hop(route, seen)).distinct().toList());
        });
  }

  static NeighbourTable neighbours(Machine machine) {
    return NeighbourTable.read(machine) instanceof Known<NeighbourTable>(var known)
        ? known
        : new NeighbourTable(List.of());
  }

  static Hop hop(Route route, NeighbourTable seen) {
    String address = route.gateway();
    return new Hop(
        address,
        route.adapter().name(),
        address.isEmpty() ? "" : seen.mac(address, route.adapter()));
  }
}
