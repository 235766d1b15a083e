package porchlight.facts;

import java.util.List;
import java.util.Locale;

/**
 * Who answers this laptop's names.
 *
 * @param resolvers the servers really asked, in order; a local stub is replaced by the servers
 *     behind it
 * @param by who manages them: {@code systemd-resolved}, {@code NetworkManager}, {@code resolv.conf}
 */
public record Dns(List<Resolver> resolvers, String by) {

  public Dns {
    resolvers = List.copyOf(resolvers);
  }

  /**
   * One server.
   *
   * @param address an IPv4 or IPv6 address in its usual text form, without zone or port
   * @param link the interface it belongs to; empty for one that is asked on any
   */
  public record Resolver(String address, String link, Transport transport, Origin origin) {
    /** One of which it is not told who set it. */
    public Resolver(String address, String link, Transport transport) {
      this(address, link, transport, Origin.NOT_TOLD);
    }
  }

  /** Who chose a resolver. */
  public enum Origin {
    /** Somebody, in this laptop's own settings. */
    BY_HAND,
    /** Nobody here: the network, or a program such as a VPN, brought it. */
    AUTOMATIC,
    /** The source does not say. */
    NOT_TOLD;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * How queries travel to a resolver: whether they are encrypted, and whether the server has to
   * prove who it is.
   */
  public enum Transport {
    PLAIN,
    /** Encrypted when the server offers it; falls back in silence. */
    OPPORTUNISTIC,
    /** Encrypted, but the server's certificate is not checked. */
    ENCRYPTED,
    /** Encrypted, and the server's certificate is checked. */
    AUTHENTICATED,
    /** The source does not say. */
    NOT_TOLD;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
