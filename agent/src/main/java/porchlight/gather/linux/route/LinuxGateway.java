package porchlight.gather.linux.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import porchlight.facts.Gateway;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The default gateways of a Linux machine: {@code ip}, or the kernel's own tables. */
public final class LinuxGateway {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          IpRoute.DEFAULT4,
          IpRoute.DEFAULT6,
          IpNeigh.NEIGHBOURS,
          ProcRoute.IPV4,
          ProcRoute.IPV6,
          ProcRoute.ARP,
          IpRouteGet.IPV4_LOW,
          IpRouteGet.IPV4_HIGH,
          IpRouteGet.IPV6,
          IpRouteGet.IPV6_ADDRESSES,
          IpRouteGet.BLACKHOLES,
          IpRouteGet.BLACKHOLES6);

  private LinuxGateway() {}

  /** IPv4 before IPv6, each in the order of preference. */
  public static Reading<Gateway> read(Machine machine) {
    return IpRoute.hops(IpRoute.DEFAULT4, machine.ask(IpRoute.DEFAULT4))
        .or(() -> ProcRoute.ipv4(machine.ask(ProcRoute.IPV4)))
        .flatMap(ipv4 ->
            IpRoute.hops(IpRoute.DEFAULT6, machine.ask(IpRoute.DEFAULT6))
                .or(() -> ProcRoute.ipv6(machine.ask(ProcRoute.IPV6)))
                .map(ipv6 -> Stream.concat(ipv4.stream(), ipv6.stream()).distinct().toList()))
        .flatMap(
            hops -> hops.isEmpty() ? IpRouteGet.hops(machine, IpRouteGet.ALL) : Reading.known(hops))
        .map(hops -> hops.isEmpty() ? new Gateway(hops) : withMacs(hops, machine));
  }

  /** A gateway whose hardware address cannot be told is still the gateway. */
  private static Gateway withMacs(List<Hop> hops, Machine machine) {
    var known =
        IpNeigh.macs(machine.ask(IpNeigh.NEIGHBOURS))
            .or(() -> ProcRoute.macs(machine.ask(ProcRoute.ARP)));
    return switch (known) {
      case Reading.Known<Map<Neighbour, String>>(var macs) ->
          new Gateway(hops.stream().map(hop -> withMac(hop, macs)).toList());
      case Reading.Unknown<Map<Neighbour, String>> unknown -> new Gateway(hops);
    };
  }

  private static Hop withMac(Hop hop, Map<Neighbour, String> macs) {
    return new Hop(
        hop.address(), hop.link(), macs.getOrDefault(new Neighbour(hop.address(), hop.link()), ""));
  }
}
