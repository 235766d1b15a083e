package porchlight.gather.linux.route;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * The way out of a Linux machine, as the kernel itself answers: policy rules, other tables and the
 * two half default routes of OpenVPN are all in its answer.
 */
public final class LinuxVpn {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          IpRouteGet.IPV4_LOW,
          IpRouteGet.IPV4_HIGH,
          IpRouteGet.IPV6,
          IpRouteGet.IPV6_ADDRESSES,
          IpRouteGet.BLACKHOLES,
          IpRouteGet.BLACKHOLES6,
          IpLink.LINKS,
          PppServer.ROUTES);

  private LinuxVpn() {}

  public static Reading<Vpn> read(Machine machine) {
    return way(machine, IpRouteGet.IPV4_LOW)
        .flatMap(low ->
            way(machine, IpRouteGet.IPV4_HIGH)
                .flatMap(high ->
                    way(machine, IpRouteGet.IPV6).flatMap(ipv6 -> vpn(machine, low, high, ipv6))));
  }

  private static Reading<Optional<String>> way(Machine machine, Run question) {
    return IpRouteGet.link(question, machine.ask(question), machine);
  }

  private static Reading<Vpn> vpn(
      Machine machine, Optional<String> low, Optional<String> high, Optional<String> ipv6) {
    if (low.isEmpty() && high.isEmpty() && ipv6.isEmpty()) {
      return Reading.known(new Vpn(new Path.NoRoute(), new Path.NoRoute()));
    }
    return IpLink.links(machine.ask(IpLink.LINKS))
        .flatMap(links ->
            path(machine, links, low)
                .flatMap(one ->
                    path(machine, links, high)
                        .flatMap(other ->
                            path(machine, links, ipv6)
                                .map(six -> new Vpn(Path.weaker(one, other), six)))));
  }

  private static Reading<Path> path(
      Machine machine, List<IpLink.Link> links, Optional<String> name) {
    return name.map(link -> IpLink.path(link, links, () -> PppServer.isReached(machine, links)))
        .orElseGet(() -> Reading.known(new Path.NoRoute()));
  }
}
