package porchlight.facts;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The local networks through which this laptop has a way out, the preferred one first; none when it
 * has no such way. This is what a place is recognised by: names of networks are not among it.
 */
public record Lan(List<Attachment> attachments) {

  public Lan {
    attachments = List.copyOf(attachments);
  }

  /**
   * This laptop on one of them.
   *
   * @param madeUpMac whether this laptop's own hardware address there is locally administered
   * @param addresses this laptop's own, each with its network's prefix; no link-local ones
   * @param routers all the default gateways there, IPv4 and IPv6
   * @param lease what the DHCP server said
   * @param connection what stays the same for as long as nobody unplugs; empty when that cannot be
   *     told
   * @param category what the operating system takes the network for; empty where it has no such
   */
  public record Attachment(
      String link,
      Kind kind,
      boolean madeUpMac,
      List<Network> addresses,
      List<Router> routers,
      Reading<Lease> lease,
      Optional<Connection> connection,
      Optional<Category> category) {

    public Attachment {
      addresses = List.copyOf(addresses);
      routers = List.copyOf(routers);
    }

    /** On an operating system that has no categories. */
    public Attachment(
        String link,
        Kind kind,
        boolean madeUpMac,
        List<Network> addresses,
        List<Router> routers,
        Reading<Lease> lease,
        Optional<Connection> connection) {
      this(link, kind, madeUpMac, addresses, routers, lease, connection, Optional.empty());
    }

    /** The router that traffic takes: over IPv4 where it can. */
    public Router preferred() {
      return preferred4().orElse(routers.getFirst());
    }

    /** The router that IPv4 traffic takes. */
    public Optional<Router> preferred4() {
      return routers.stream().filter(one -> one.hop().address().indexOf('.') > 0).findFirst();
    }

    /**
     * Other IPv4 addresses of the same network that answer with this router's hardware address. One
     * box may well have an IPv4 and several IPv6 addresses, and be the DHCP server by another one.
     */
    public List<String> sharing(Router router) {
      String address = router.hop().address();
      return router.alike().stream()
          .filter(other -> addresses.stream().anyMatch(own -> isBeside(own, address, other)))
          .filter(other ->
              !(lease instanceof Reading.Known<Lease>(var known) && known.server().equals(other)))
          .toList();
    }

    private static boolean isBeside(Network own, String one, String other) {
      return own.first().isIpv4() && own.contains(one) && own.contains(other);
    }
  }

  /** What an operating system takes a network for. */
  public enum Category {
    PUBLIC,
    PRIVATE,
    /** The laptop's own domain answered there. */
    DOMAIN
  }

  /** What carries it. */
  public enum Kind {
    WIFI,
    WIRED,
    OTHER;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A default gateway and how this laptop came to it.
   *
   * @param lifetime how long an advertised one is still good, where that is told
   * @param alike the other addresses on the link that answer with the same hardware address
   */
  public record Router(
      Gateway.Hop hop, Origin origin, Optional<Duration> lifetime, List<String> alike) {
    private static final List<String> SHARED_BY_SEVERAL =
        List.of(
            "00:00:5e:00:01:", // VRRP, RFC 9568
            "00:00:5e:00:02:",
            "00:00:0c:07:ac:", // HSRP
            "00:00:0c:9f:f",
            "00:05:73:a0:0",
            "00:07:b4:00:"); // GLBP

    public Router {
      alike = List.copyOf(alike);
    }

    /** Whether its hardware address is locally administered: no maker gave it. */
    public boolean madeUpMac() {
      return isMadeUp(hop.mac());
    }

    /** Whether its hardware address is one that several routers take in turns. */
    public boolean isVirtual() {
      return SHARED_BY_SEVERAL.stream().anyMatch(hop.mac()::startsWith);
    }
  }

  /** Who named a router. */
  public enum Origin {
    /** The router itself, by IPv6 router advertisement. */
    ADVERTISED,
    DHCP,
    /** Somebody on this laptop. */
    STATIC,
    NOT_TOLD;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A DHCP lease; what it does not say is empty.
   *
   * @param server the server's IPv4 address
   * @param suffix the names' suffix on this network
   * @param portal where the network tells whether somebody must log in (RFC 8910)
   */
  public record Lease(String server, String suffix, String portal) {
    /** One that names no such place. */
    public Lease(String server, String suffix) {
      this(server, suffix, "");
    }
  }

  /**
   * Counts that all stay as they are while a link is up without a break.
   *
   * @param boot the operating system's id of this boot
   * @param index the link's number
   * @param carrierChanges how often the link went up or down
   * @param suspends how often the laptop slept
   */
  public record Connection(String boot, long index, long carrierChanges, long suspends) {}

  /** Whether a hardware address is locally administered. */
  public static boolean isMadeUp(String mac) {
    return mac.length() > 1 && (Character.digit(mac.charAt(1), 16) & 2) != 0;
  }
}
