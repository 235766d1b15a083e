package porchlight.gather.linux.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Origin;
import porchlight.facts.Lan.Router;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** The local networks of a Linux machine that are its ways out. */
public final class LinuxLan {
  /** All that may be asked under a fixed name. */
  public static final List<Question> QUESTIONS =
      List.of(
          IpRoute.DEFAULT4,
          IpRoute.DEFAULT6,
          IpRouteGet.IPV4_LOW,
          IpRouteGet.IPV4_HIGH,
          IpRouteGet.IPV6,
          IpRouteGet.IPV6_ADDRESSES,
          IpRouteGet.BLACKHOLES,
          IpRouteGet.BLACKHOLES6,
          IpNeigh.NEIGHBOURS,
          ProcRoute.ARP,
          OwnLinks.ADDRESSES,
          Unbroken.SUSPENDS,
          Unbroken.SLEEP);

  /** Of links upon links: a VLAN on a bridge of a bond. */
  private static final int DEEPEST = 4;

  /** How the kernel shows what a link is made of. */
  private static final String LOWER = "lower_";

  private static final Optional<LinkName> NO_LINK = Optional.empty();

  private LinuxLan() {}

  public static Reading<Lan> read(Machine machine) {
    return ways(machine, IpRoute.DEFAULT4, IpRouteGet.IPV4)
        .flatMap(ipv4 ->
            ways(machine, IpRoute.DEFAULT6, List.of(IpRouteGet.IPV6))
                .map(ipv6 -> Stream.concat(ipv4.stream(), ipv6.stream()).toList()))
        .flatMap(routes ->
            routes.isEmpty()
                ? Reading.known(new Lan(List.of()))
                : macs(machine, routes)
                    .flatMap(macs ->
                        OwnLinks.read(machine.ask(OwnLinks.ADDRESSES))
                            .flatMap(links -> lan(machine, routes, macs, links))));
  }

  /** The default routes; before them the ways that packets take instead, if they do. */
  private static Reading<List<IpRoute.Route>> ways(
      Machine machine, Run defaults, List<Run> questions) {
    return IpRoute.routes(defaults, machine.ask(defaults))
        .flatMap(routes ->
            IpRouteGet.hops(machine, questions)
                .map(hops -> {
                  var all = new ArrayList<IpRoute.Route>();
                  for (Hop hop : hops) {
                    if (routes.stream().noneMatch(route -> route.hop().equals(hop))) {
                      all.add(new IpRoute.Route(hop, 0, "", Optional.empty()));
                    }
                  }
                  all.addAll(routes);
                  return all;
                }));
  }

  /** The kernel's file knows IPv4 only: a rogue IPv6 router would look silent there. */
  private static Reading<Map<Neighbour, String>> macs(Machine machine, List<IpRoute.Route> routes) {
    var told = IpNeigh.macs(machine.ask(IpNeigh.NEIGHBOURS));
    return routes.stream().anyMatch(route -> route.hop().address().contains(":"))
        ? told
        : told.or(() -> ProcRoute.macs(machine.ask(ProcRoute.ARP)));
  }

  private static Reading<Lan> lan(
      Machine machine,
      List<IpRoute.Route> routes,
      Map<Neighbour, String> macs,
      List<OwnLinks.Own> links) {
    var byLink = new LinkedHashMap<String, List<Router>>();
    for (IpRoute.Route route : routes) {
      var routers = byLink.computeIfAbsent(route.hop().link(), link -> new ArrayList<>());
      if (routers.stream().noneMatch(one -> one.hop().address().equals(route.hop().address()))) {
        routers.add(router(route, macs));
      }
    }
    var found = new ArrayList<Attachment>();
    for (var entry : byLink.entrySet()) {
      var own = links.stream().filter(one -> one.name().value().equals(entry.getKey())).findFirst();
      if (own.isEmpty()) {
        return Answers.notUnderstood(
            OwnLinks.ADDRESSES, "no link of the name that a default route has");
      }
      if (own.get().isLan()) {
        found.add(attachment(machine, own.get(), links, entry.getValue()));
      }
    }
    return Reading.known(new Lan(found));
  }

  private static Attachment attachment(
      Machine machine, OwnLinks.Own own, List<OwnLinks.Own> links, List<Router> routers) {
    return new Attachment(
        own.name().value(),
        kind(machine, own.name(), own.link().kind(), links, DEEPEST),
        Lan.isMadeUp(own.mac()),
        own.addresses(),
        routers,
        DhcpLease.read(machine, own),
        Unbroken.read(machine, own));
  }

  private static Router router(IpRoute.Route route, Map<Neighbour, String> macs) {
    Hop hop = route.hop();
    String mac = macs.getOrDefault(new Neighbour(hop.address(), hop.link()), "");
    return new Router(
        new Hop(hop.address(), hop.link(), mac),
        switch (route.protocol()) {
          case "ra" -> Origin.ADVERTISED;
          case "dhcp" -> Origin.DHCP;
          case "static" -> Origin.STATIC;
          default -> Origin.NOT_TOLD;
        },
        route.expires().filter(seconds -> seconds >= 0).map(Duration::ofSeconds),
        mac.isEmpty() ? List.of() : alike(hop, mac, macs));
  }

  private static List<String> alike(Hop hop, String mac, Map<Neighbour, String> macs) {
    return macs.entrySet().stream()
        .filter(one -> one.getValue().equals(mac) && one.getKey().link().equals(hop.link()))
        .map(one -> one.getKey().address())
        .filter(address -> !address.equals(hop.address()))
        .sorted()
        .toList();
  }

  /**
   * A bond, bridge or VLAN is what it is made of: by radio where any of it is. What the kernel does
   * not show may be either.
   */
  private static Kind kind(
      Machine machine, LinkName name, String what, List<OwnLinks.Own> links, int depth) {
    if (!(machine.ask(Unbroken.LINKS.folder(name.value())) instanceof Answer.Said said)) {
      return Kind.OTHER;
    }
    var below = new ArrayList<Kind>();
    for (String entry : said.text().lines().toList()) {
      if (entry.equals("phy80211") || entry.equals("wireless")) {
        return Kind.WIFI;
      }
      var lower = entry.startsWith(LOWER) ? LinkName.of(entry.substring(LOWER.length())) : NO_LINK;
      var own = links.stream().filter(one -> lower.equals(Optional.of(one.name()))).findFirst();
      if (lower.isPresent() && depth > 0 && own.filter(LinuxLan::isProgram).isEmpty()) {
        String of = own.map(one -> one.link().kind()).orElse("");
        below.add(kind(machine, lower.get(), of, links, depth - 1));
      }
    }
    if (below.contains(Kind.WIFI)) {
      return Kind.WIFI;
    }
    boolean isWired =
        below.isEmpty() ? what.isEmpty() || what.equals("veth") : !below.contains(Kind.OTHER);
    return isWired ? Kind.WIRED : Kind.OTHER;
  }

  /** A virtual machine's end in a bridge. */
  private static boolean isProgram(OwnLinks.Own own) {
    return own.link().kind().equals("tun") || own.link().kind().equals("tap");
  }
}
