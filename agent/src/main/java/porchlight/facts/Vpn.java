package porchlight.facts;

import java.util.Set;

/** The way a packet to an outside address takes, IPv4 and IPv6 apart: in a tunnel or beside it. */
public record Vpn(Path ipv4, Path ipv6) {

  /** The way of one address family. */
  public sealed interface Path {

    /**
     * The one that protects less: beside a tunnel, or in one that encrypts nothing, is not in it.
     */
    static Path weaker(Path one, Path other) {
      return weight(other) > weight(one) ? other : one;
    }

    private static int weight(Path path) {
      return switch (path) {
        case NoRoute none -> 0;
        case Tunnel tunnel -> tunnel.isPlain() ? 2 : 1;
        case Direct direct -> 3;
      };
    }

    /**
     * Through a tunnel; {@code kind} as the kernel names it: {@code wireguard}, {@code tun}, {@code
     * ppp}.
     */
    record Tunnel(String link, String kind) implements Path {
      private static final Set<String> PLAIN =
          Set.of(
              "ipip",
              "ip6tnl",
              "sit",
              "gre",
              "gretap",
              "ip6gre",
              "ip6gretap",
              "erspan",
              "gif",
              "stf",
              "ip6erspan",
              "vxlan",
              "geneve",
              "bareudp",
              "teredo",
              "isatap",
              "6to4");

      /** Of a kind that wraps packets without encrypting them: no protection. */
      public boolean isPlain() {
        return PLAIN.contains(kind);
      }
    }

    /** Straight out. */
    record Direct(String link) implements Path {}

    /** There is no way out. */
    record NoRoute() implements Path {}
  }
}
