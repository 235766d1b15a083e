package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;

/**
 * What a stranger on the laptop's network reaches of it, by the rules that are really loaded in the
 * network namespace this program runs in.
 */
public final class LinuxFirewall {
  private LinuxFirewall() {}

  /**
   * The firewall as the network of {@code link} meets it; without one, that of the default route's
   * interface; without a default route, the worst over all interfaces that are up.
   */
  public static Reading<Firewall> read(Machine machine, Optional<LinkName> link) {
    return switch (Rules.read(machine)) {
      case Unknown<Rules> unknown -> unknown.as();
      case Known<Rules>(var rules) ->
          IpAddr.read(machine.ask(IpAddr.LINKS))
              .flatMap(
                  links -> chosen(machine, links, link).map(chosen -> judge(rules, chosen, links)));
    };
  }

  private static Firewall judge(Rules rules, List<Link> chosen, List<Link> links) {
    Side ipv4 = Side.blocked();
    Side ipv6 = Side.blocked();
    for (Link link : chosen) {
      ipv4 = ipv4.worse(side(rules, link, links, false));
      ipv6 = ipv6.worse(side(rules, link, links, true));
    }
    return new Firewall(ipv4, ipv6);
  }

  /** No address of the family on the link means that there is nothing to reach by it. */
  private static Side side(Rules rules, Link link, List<Link> links, boolean v6) {
    Map<Protocol, Reach> sums = new EnumMap<>(Protocol.class);
    List<Chain.Base> bases = rules.on(link);
    for (Protocol protocol : Protocol.values()) {
      sums.put(protocol, sum(Scene.ordinary(link, links, v6, protocol, rules), bases));
    }
    Reached ordinary = Judge.reached(sums);
    if (ordinary.inbound() == Inbound.OPEN) {
      return Side.open(); // nobody can reach more
    }
    for (Protocol protocol : Protocol.values()) {
      sums.merge(protocol, sum(Scene.all(link, links, v6, protocol, rules), bases), Reach::or);
    }
    return new Side(ordinary, Judge.reached(sums));
  }

  private static Reach sum(List<Scene> scenes, List<Chain.Base> bases) {
    Reach sum = Reach.NONE;
    for (Scene scene : scenes) {
      sum = sum.or(Evaluator.reach(scene, bases));
    }
    return sum;
  }

  private static Reading<List<Link>> chosen(
      Machine machine, List<Link> links, Optional<LinkName> wanted) {
    List<Link> named =
        links.stream()
            .filter(link -> wanted.isPresent() && link.name().equals(wanted.get().value()))
            .toList();
    if (!named.isEmpty()) {
      return Reading.known(named);
    }
    Reading<Set<String>> v4 = IpAddr.readRoutes(IpAddr.ROUTES4, machine.ask(IpAddr.ROUTES4));
    Reading<Set<String>> v6 = IpAddr.readRoutes(IpAddr.ROUTES6, machine.ask(IpAddr.ROUTES6));
    return v4.flatMap(one ->
        v6.map(two -> {
          var names = new LinkedHashSet<>(one);
          names.addAll(two);
          return leading(links, names);
        }));
  }

  /** A tunnel's default route does not take the laptop off the network it goes through. */
  private static List<Link> leading(List<Link> links, Set<String> names) {
    List<Link> up = links.stream().filter(link -> link.up() && !link.loopback()).toList();
    List<Link> leading =
        new ArrayList<>(up.stream().filter(l -> l.shared() && names.contains(l.name())).toList());
    return leading.isEmpty() ? up : leading;
  }
}
