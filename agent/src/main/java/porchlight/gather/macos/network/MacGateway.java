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
                seen.routes().defaults().stream().map(row -> hop(row, seen)).distinct().toList()));
  }

  private static Hop hop(Routes.Row row, Neighbours seen) {
    // link#18 is a tunnel's end, which has no address.
    String address = IpAddress.of(row.gateway()).map(IpAddress::text).orElse("");
    return new Hop(address, row.link(), address.isEmpty() ? "" : seen.mac(address, row.link()));
  }
}
