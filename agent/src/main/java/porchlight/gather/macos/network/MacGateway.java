package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  public static Reading<Gateway> read(Machine machine) {
    return Routes.read(machine.ask(Routes.TABLE)).map(routes -> gateway(machine, routes));
  }

  private static Gateway gateway(Machine machine, Routes routes) {
    var hops = new ArrayList<Hop>();
    for (Routes.Row row : routes.defaults()) {
      // link#18 is a tunnel's end, which has no address.
      String address = IpAddress.of(row.gateway()).map(IpAddress::text).orElse("");
      String mac = address.isEmpty() ? "" : routes.mac(address, row.link());
      hops.add(new Hop(address, row.link(), mac));
    }
    boolean lacking =
        hops.stream().anyMatch(hop -> hop.mac().isEmpty() && hop.address().indexOf('.') > 0);
    return new Gateway((lacking ? withArp(machine, hops) : hops).stream().distinct().toList());
  }

  /** A gateway whose hardware address cannot be told is still the gateway. */
  private static List<Hop> withArp(Machine machine, List<Hop> hops) {
    if (!(Arp.read(machine.ask(Arp.TABLE))
        instanceof Reading.Known<Map<String, String>>(var macs))) {
      return hops;
    }
    return hops.stream()
        .map(hop ->
            hop.mac().isEmpty()
                ? new Hop(
                    hop.address(),
                    hop.link(),
                    macs.getOrDefault(hop.address() + " " + hop.link(), ""))
                : hop)
        .toList();
  }
}
