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

  /** A server. */
  public record Site(String host, Seen seen) {}

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

    /** None that can be relied on. */
    record Silent(Reason reason, String detail) implements Seen {}
  }
}
