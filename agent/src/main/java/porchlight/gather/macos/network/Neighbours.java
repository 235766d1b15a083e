package porchlight.gather.macos.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.machine.Machine;

/**
 * Who answers for which address: the routes hold it, and arp where they lack a gateway's.
 *
 * @param arp by address and interface, a blank between the two
 */
record Neighbours(Routes routes, Map<String, String> arp) {

  Neighbours {
    arp = Map.copyOf(arp);
  }

  static Reading<Neighbours> read(Machine machine) {
    return Routes.read(machine.ask(Routes.TABLE))
        .map(routes ->
            new Neighbours(
                routes,
                isLacking(routes)
                        && Arp.read(machine.ask(Arp.TABLE))
                            instanceof Reading.Known<Map<String, String>>(var macs)
                    ? macs
                    : Map.of()));
  }

  /** Only arp knows no IPv6. */
  private static boolean isLacking(Routes routes) {
    return routes.rows().stream()
        .filter(row -> row.destination().equals("default"))
        .anyMatch(row ->
            IpAddress.of(row.gateway()).filter(IpAddress::isIpv4).isPresent()
                && routes.mac(row.gateway(), row.link()).isEmpty());
  }

  /** The hardware address that answers for an address there; empty when nobody has told. */
  String mac(String address, String link) {
    String told = routes.mac(address, link);
    return told.isEmpty() ? arp.getOrDefault(address + " " + link, "") : told;
  }

  /** The addresses that a hardware address answers for there. */
  List<String> addresses(String mac, String link) {
    return Stream.concat(
            routes.rows().stream()
                .filter(row -> row.link().equals(link))
                .filter(row -> Mac.of(row.gateway()).filter(mac::equals).isPresent())
                .flatMap(row -> IpAddress.of(row.destination()).stream())
                .map(IpAddress::text),
            arp.entrySet().stream()
                .filter(one -> one.getValue().equals(mac) && one.getKey().endsWith(" " + link))
                .map(one -> one.getKey().substring(0, one.getKey().indexOf(' '))))
        .distinct()
        .toList();
  }
}
