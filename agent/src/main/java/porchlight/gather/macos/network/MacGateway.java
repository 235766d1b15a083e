package porchlight.gather.macos.network;

import java.util.List;
import porchlight.facts.Gateway;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The default gateways of a Mac: the routes for all that are scoped to no interface. */
public final class MacGateway {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(Routes.TABLE, Arp.TABLE);

  private MacGateway() {}

  /** A gateway whose hardware address cannot be told is still the gateway. */
  public static Reading<Gateway> read(Machine machine) {
    return Neighbours.read(machine)
        .map(seen ->
            new Gateway(
                ways(seen.routes()).stream().map(row -> hop(row, seen)).distinct().toList()));
  }

  /** Routes for all; where there is none, those of a local network for halves or quarters. */
  private static List<Routes.Row> ways(Routes routes) {
    var all = routes.defaults();
    return all.isEmpty()
        ? routes.rows().stream()
            .filter(row -> row.isWide() && row.isLan() && !row.isScoped())
            .toList()
        : all;
  }

  private static Hop hop(Routes.Row row, Neighbours seen) {
    // link#18 is a tunnel's end, which has no address.
    String address = IpAddress.of(row.gateway()).map(IpAddress::text).orElse("");
    return new Hop(address, row.link(), address.isEmpty() ? "" : seen.mac(address, row.link()));
  }
}
