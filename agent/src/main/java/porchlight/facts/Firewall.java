package porchlight.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a stranger on the same network reaches of this laptop: the effect of every rule that is
 * loaded, not the setting of any firewall program. IPv4 and IPv6 are filtered apart, so they are
 * told apart.
 *
 * @param settings what its program says of itself, where it is on and says so; it decides nothing
 */
public record Firewall(Side ipv4, Side ipv6, Map<Setting, Boolean> settings) {

  public Firewall {
    settings = Map.copyOf(settings);
  }

  /** One of whose settings nothing is told. */
  public Firewall(Side ipv4, Side ipv6) {
    this(ipv4, ipv6, Map.of());
  }

  /** A setting of the firewall of macOS. */
  public enum Setting {
    /** Packets to closed ports are left without an answer. */
    STEALTH,
    /** Signed programs that came with macOS are let in without asking. */
    ALLOW_BUILT_IN,
    /** Signed programs of others are let in without asking. */
    ALLOW_DOWNLOADED;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One address family, judged for two kinds of stranger.
   *
   * @param ordinary by an ordinary program's connection: to an address of this laptop, from a port
   *     that the system picked and an address of the same network
   * @param crafted by anything a stranger can send, which holds the ordinary: from a port or a
   *     link-local address it picked, or to everybody (broadcast, multicast)
   */
  public record Side(Reached ordinary, Reached crafted) {
    /** The same for both strangers. */
    public Side(Inbound inbound, List<Ports> ports, String why) {
      this(new Reached(inbound, ports, why));
    }

    private Side(Reached both) {
      this(both, both);
    }

    /** What the ordinary stranger finds. */
    public Inbound inbound() {
      return ordinary.inbound();
    }

    public List<Ports> ports() {
      return ordinary.ports();
    }

    public String why() {
      return ordinary.why();
    }

    /** Whether picking ports and addresses gets a stranger anywhere. */
    public boolean differs() {
      return !ordinary.equals(crafted);
    }

    /** The worse of two: what is reached by either of two ways is reached. */
    public Side worse(Side other) {
      return new Side(ordinary.worse(other.ordinary), crafted.worse(other.crafted));
    }

    public static Side blocked() {
      return new Side(Inbound.BLOCKED, List.of(), "");
    }

    public static Side open() {
      return new Side(Inbound.OPEN, List.of(), "");
    }

    public static Side only(List<Ports> ports) {
      return new Side(Inbound.PORTS, ports, "");
    }

    public static Side unknown(String why) {
      return new Side(Inbound.UNKNOWN, List.of(), why);
    }
  }

  /**
   * What one kind of stranger reaches.
   *
   * @param ports what is let in when {@code inbound} is {@code PORTS}, or known to be let in beside
   *     it; in order
   * @param why for {@code UNKNOWN}, what could not be decided; else empty
   */
  public record Reached(Inbound inbound, List<Ports> ports, String why) {
    public Reached {
      ports = List.copyOf(ports);
    }

    private Reached worse(Reached other) {
      if (inbound == Inbound.OPEN || other.inbound == Inbound.OPEN) {
        return Side.open().ordinary();
      }
      var ports = new TreeSet<>(this.ports);
      ports.addAll(other.ports);
      List<Ports> together = List.copyOf(ports);
      if (inbound == Inbound.UNKNOWN || other.inbound == Inbound.UNKNOWN) {
        return new Reached(Inbound.UNKNOWN, together, why.isEmpty() ? other.why : why);
      }
      return (together.isEmpty() ? Side.blocked() : Side.only(together)).ordinary();
    }
  }

  /** The verdict for one address family and one kind of stranger. */
  public enum Inbound {
    /** No port, TCP or UDP, can be reached. */
    BLOCKED,
    /** Only the named ports can be reached. */
    PORTS,
    /** An arbitrary port can be reached. */
    OPEN,
    /** The rules could not be decided. */
    UNKNOWN;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A port or an inclusive range of them: {@code 22/tcp}, {@code 1714-1764/udp}. */
  public record Ports(Protocol protocol, int first, int last) implements Comparable<Ports> {
    public Ports {
      if (first < 0 || last > 65535 || first > last) {
        throw new IllegalArgumentException("ports " + first + "-" + last);
      }
    }

    public boolean contains(Protocol which, int port) {
      return protocol == which && first <= port && port <= last;
    }

    /** {@code 22/tcp}. */
    public String word() {
      return (first == last ? first : first + "-" + last) + "/" + protocol.word();
    }

    @Override
    public int compareTo(Ports other) {
      int byProtocol = protocol.compareTo(other.protocol);
      return byProtocol != 0 ? byProtocol : Integer.compare(first, other.first);
    }
  }

  /** A transport that has ports. */
  public enum Protocol {
    TCP,
    UDP;

    /** {@code tcp}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
