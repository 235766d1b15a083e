package porchlight.places;

import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Router;
import porchlight.facts.Network;
import porchlight.facts.Reading.Known;

/**
 * What a place is recognised by, all of it under a key; what is not known is empty. Neither the
 * laptop's own hardware address nor an access point's is among it: the one is made up anew, of the
 * others a place has several.
 *
 * @param gateway the hardware address of the router that traffic takes
 * @param shared whether routers everywhere have such an address, as those that take turns do
 * @param subnet of IPv4
 * @param prefixes of IPv6, such as providers change now and then
 * @param server that gave the IPv4 address
 * @param suffix of names
 */
record Marks(
    String gateway,
    boolean shared,
    String subnet,
    List<String> prefixes,
    String server,
    String suffix) {
  private static final int MOST_PREFIXES = 8;

  Marks {
    prefixes = List.copyOf(prefixes);
  }

  /** Of that network; nothing while its gateway has not told who it is. */
  static Optional<Marks> of(Attachment here, Secret secret) {
    if (here.routers().isEmpty() || here.preferred().hop().mac().isEmpty()) {
      return Optional.empty();
    }
    Router router = here.preferred();
    var lease = here.lease() instanceof Known<Lease>(var known) ? known : new Lease("", "");
    return Optional.of(
        new Marks(
            secret.hides("gateway", router.hop().mac()),
            router.isVirtual(),
            hidden(secret, "subnet", subnet(here)),
            here.addresses().stream()
                .filter(own -> !own.first().isIpv4())
                .map(own -> Long.toHexString(own.first().high()))
                .sorted()
                .distinct()
                .limit(MOST_PREFIXES)
                .map(half -> secret.hides("prefix", half))
                .toList(),
            hidden(secret, "server", lease.server()),
            hidden(secret, "suffix", suffix(lease))));
  }

  /**
   * What stands for that network in reports and policies: its gateway and its range. The DHCP
   * server and the suffix are part of it only where the gateway is not enough, because not
   * everybody who looks can read them: a person without rights, a Mac.
   */
  static Optional<String> id(Attachment here, Secret client) {
    if (here.routers().isEmpty() || here.preferred().hop().mac().isEmpty()) {
      return Optional.empty();
    }
    Router router = here.preferred();
    var lease = here.lease() instanceof Known<Lease>(var known) ? known : new Lease("", "");
    return Optional.of(
        router.isVirtual()
            ? client.hides("place", router.hop().mac(), subnet(here), lease.server(), suffix(lease))
            : client.hides("place", router.hop().mac(), subnet(here)));
  }

  /** Whether the two are of one place. */
  boolean fits(Marks now) {
    if (!gateway.equals(now.gateway) || contradict(subnet, now.subnet)) {
      return false;
    }
    boolean sameName = !suffix.isEmpty() && suffix.equals(now.suffix);
    boolean samePrefix = prefixes.stream().anyMatch(now.prefixes::contains);
    if (shared) {
      boolean sameServer = !server.isEmpty() && server.equals(now.server);
      return !contradict(suffix, now.suffix) && (sameName || samePrefix || sameServer);
    }
    // One switch may be the gateway of several networks, for guests and for others.
    return (!subnet.isEmpty() && subnet.equals(now.subnet)) || sameName || samePrefix;
  }

  /** What was known, with what is known now. */
  Marks with(Marks now) {
    var all =
        java.util.stream.Stream.concat(now.prefixes.stream(), prefixes.stream())
            .distinct()
            .limit(MOST_PREFIXES)
            .toList();
    return new Marks(
        gateway,
        shared,
        subnet.isEmpty() ? now.subnet : subnet,
        all,
        now.server.isEmpty() ? server : now.server,
        now.suffix.isEmpty() ? suffix : now.suffix);
  }

  private static boolean contradict(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private static String hidden(Secret secret, String kind, String word) {
    return word.isEmpty() ? "" : secret.hides(kind, word);
  }

  private static String suffix(Lease lease) {
    return lease.suffix().toLowerCase(java.util.Locale.ROOT);
  }

  /** The range that the gateway is in; else the first there is. */
  private static String subnet(Attachment here) {
    String gateway = here.preferred().hop().address();
    var ranges = here.addresses().stream().filter(own -> own.first().isIpv4()).toList();
    return ranges.stream()
        .filter(own -> own.contains(gateway))
        .findFirst()
        .or(() -> ranges.stream().findFirst())
        .map(Marks::range)
        .orElse("");
  }

  private static String range(Network own) {
    long mask = own.prefix() == 0 ? 0 : -1L << (32 - own.prefix());
    return IpAddress.ipv4(own.first().low() & mask).text() + "/" + own.prefix();
  }
}
