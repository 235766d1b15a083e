package porchlight.facts;

import java.time.Instant;
import java.util.List;

/**
 * Who vouches for servers that speak TLS, as seen from here.
 *
 * @param asOf when they were looked at
 */
public record TlsChains(Instant asOf, List<Site> sites) {

  public TlsChains {
    sites = List.copyOf(sites);
  }

  /**
   * A server.
   *
   * @param ipv6 whether it was looked at by IPv6
   */
  public record Site(String host, boolean ipv6, Seen seen) {

    /** One that was looked at by IPv4. */
    public Site(String host, Seen seen) {
      this(host, false, seen);
    }
  }

  /** What was seen of its certificate. */
  public sealed interface Seen {
    /**
     * One that is as it should be.
     *
     * @param pinned whether a key of the policy's is in the chain
     */
    record Good(boolean pinned) implements Seen {}

    /**
     * One that is not.
     *
     * @param issuer who made it, by its own word
     * @param why what is wrong with it
     * @param keys SHA-256 (hex) of the public keys in the chain, as far as each signed the one
     *     before
     */
    record Foreign(String issuer, String why, List<String> keys) implements Seen {
      public Foreign {
        keys = List.copyOf(keys);
      }
    }

    /** No connection by IPv6, while there is a way by IPv4, which programs then take. */
    record Unreached(String detail) implements Seen {}

    /** None that can be relied on. */
    record Silent(Reason reason, String detail) implements Seen {}
  }
}
