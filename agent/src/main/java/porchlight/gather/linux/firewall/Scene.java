package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Firewall;

/**
 * A stranger about to knock.
 *
 * @param links all interfaces, to know by which one a packet that is passed on would leave
 * @param sources the addresses that may stand as sender
 * @param sourcePorts the ports it may send from
 * @param targets the addresses it may send to
 * @param answers the addresses that the answer comes from
 * @param forwards whether the machine passes packets on to others; empty when not known
 * @param listeners numbers of the queues at which a program listens; empty when not known
 */
record Scene(
    Link link,
    List<Link> links,
    boolean v6,
    Firewall.Protocol protocol,
    Aim aim,
    Ranges sources,
    Ranges sourcePorts,
    Ranges targets,
    Ranges answers,
    Optional<Boolean> forwards,
    Optional<Set<Integer>> listeners) {

  /** To whom the packet is addressed. */
  enum Aim {
    THIS_LAPTOP,
    MULTICAST,
    BROADCAST
  }

  private static final Ranges LINK_LOCAL = prefix("fe80::", 10);
  private static final Ranges UNIQUE_V4 =
      prefix("0.0.0.0", 0)
          .minus(prefix("0.0.0.0", 8))
          .minus(prefix("127.0.0.0", 8))
          .minus(prefix("224.0.0.0", 3));
  private static final int USUAL_V6_NETWORK = 64;

  /** What Linux hands out to programs that only ask; other systems' ranges overlap with it. */
  private static final Ranges PICKED_BY_THE_SYSTEM = Ranges.of(32768, 60999);

  /**
   * An ordinary program of a neighbour: it calls an address of this laptop, from a port that its
   * system picked and an address of the same network. Link-local IPv6 is what neighbours use only
   * where there is nothing else.
   */
  static List<Scene> ordinary(
      Link link, List<Link> links, boolean v6, Firewall.Protocol protocol, Rules rules) {
    List<Link.Address> usual =
        link.addresses(v6).stream().filter(own -> !isLinkLocal(own)).toList();
    List<Link.Address> own = usual.isEmpty() ? link.addresses(v6) : usual;
    if (own.isEmpty()) {
      return List.of();
    }
    Ranges mine = addresses(own);
    // A neighbour's address is none of this laptop's, be it one that it is not called by here.
    Ranges sources = join(own, Scene::neighbours).minus(addresses(link.addresses(v6)));
    var called = new Called(link, links, v6, protocol, rules);
    return List.of(called.at(mine, sources, PICKED_BY_THE_SYSTEM));
  }

  /** Every way in which a stranger can address this laptop by one protocol. */
  static List<Scene> all(
      Link link, List<Link> links, boolean v6, Firewall.Protocol protocol, Rules rules) {
    List<Link.Address> own = link.addresses(v6);
    if (own.isEmpty()) {
      return List.of();
    }
    Ranges mine = addresses(own);
    Ranges sources = join(own, Scene::neighbours).minus(mine);
    if (v6) {
      sources = sources.or(LINK_LOCAL.minus(mine));
    }
    var called = new Called(link, links, v6, protocol, rules);
    Scene laptop = called.at(mine, sources, Ranges.of(1, 65535));
    if (protocol == Firewall.Protocol.TCP) {
      return List.of(laptop);
    }
    if (v6) {
      return List.of(laptop, laptop.to(Aim.MULTICAST, prefix("ff00::", 8)));
    }
    Ranges everybody = join(own, Scene::broadcast).or(prefix("255.255.255.255", 32));
    return List.of(
        laptop,
        laptop.to(Aim.MULTICAST, prefix("224.0.0.0", 4)),
        laptop.to(Aim.BROADCAST, everybody));
  }

  /** What is the same however this laptop is called. */
  private record Called(
      Link link, List<Link> links, boolean v6, Firewall.Protocol protocol, Rules rules) {

    Scene at(Ranges mine, Ranges sources, Ranges sourcePorts) {
      return new Scene(
          link,
          links,
          v6,
          protocol,
          Aim.THIS_LAPTOP,
          sources,
          sourcePorts,
          mine,
          mine,
          rules.forwards(v6),
          rules.listeners());
    }
  }

  private Scene to(Aim other, Ranges others) {
    return new Scene(
        link,
        links,
        v6,
        protocol,
        other,
        sources,
        sourcePorts,
        others,
        answers,
        forwards,
        listeners);
  }

  private static boolean isLinkLocal(Link.Address address) {
    return address.v6() && Ranges.just(address.value()).minus(LINK_LOCAL).isEmpty();
  }

  private static Ranges addresses(List<Link.Address> own) {
    return join(own, address -> Ranges.just(address.value()));
  }

  /**
   * The hosts that share the address's network. An IPv6 address given out singly (/128, by DHCP)
   * still has neighbours in its /64; a lone IPv4 address says nothing of who is near.
   */
  private static Ranges neighbours(Link.Address address) {
    if (address.v6()) {
      return Addresses.prefix(address.near(), Math.min(address.prefix(), USUAL_V6_NETWORK), 128);
    }
    if (address.prefix() >= 32) {
      return UNIQUE_V4;
    }
    Ranges network = address.network();
    if (address.prefix() == 31) {
      return network;
    }
    BigInteger last = network.parts().get(0).last();
    return network.minus(Ranges.just(network.first())).minus(Ranges.just(last));
  }

  /** Every address of this laptop, on whatever interface. */
  Ranges local() {
    return Ranges.join(
        links.stream()
            .flatMap(each -> each.addresses(v6).stream())
            .map(own -> Ranges.just(own.value()))
            .toList());
  }

  /** The interface in whose network the address is: the most exact one. */
  Optional<Link> linkTo(BigInteger address) {
    Optional<Link> best = Optional.empty();
    int bits = -1;
    for (Link each : links) {
      for (Link.Address own : each.addresses(v6)) {
        if (own.prefix() > bits && !own.network().and(Ranges.just(address)).isEmpty()) {
          best = Optional.of(each);
          bits = own.prefix();
        }
      }
    }
    return best;
  }

  /** The kernel knows the last address of a network as its broadcast, whatever else is set. */
  private static Ranges broadcast(Link.Address address) {
    Ranges set = address.broadcast().map(Ranges::just).orElse(Ranges.NONE);
    return address.prefix() >= 31
        ? set
        : set.or(Ranges.just(address.network().parts().get(0).last()));
  }

  private interface Part {
    Ranges of(Link.Address address);
  }

  private static Ranges join(List<Link.Address> addresses, Part part) {
    return Ranges.join(addresses.stream().map(part::of).toList());
  }

  private static Ranges prefix(String address, int length) {
    return Addresses.prefix(address, length).orElseThrow();
  }
}
