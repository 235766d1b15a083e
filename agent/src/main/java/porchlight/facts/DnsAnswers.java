package porchlight.facts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What name servers answered when they were asked for names whose answers are known.
 *
 * @param asOf when they were asked
 * @param servers those that answer this laptop's names, as programs or its own resolver ask them
 * @param authorities servers out there that answer no recursive question
 */
public record DnsAnswers(Instant asOf, List<Server> servers, List<Server> authorities) {

  public DnsAnswers {
    servers = List.copyOf(servers);
    authorities = List.copyOf(authorities);
  }

  /**
   * One server.
   *
   * @param address without a zone
   * @param isPublic whether it is known for answering the whole internet
   * @param link that the queries which were answered left by; empty when it is not told
   */
  public record Server(String address, boolean isPublic, String link, List<Asked> asked) {
    public Server {
      asked = List.copyOf(asked);
    }

    /** One of which the link is not told. */
    public Server(String address, boolean isPublic, List<Asked> asked) {
      this(address, isPublic, "", asked);
    }

    /** What was asked for that reason. */
    public List<Asked> asked(Purpose purpose) {
      return asked.stream().filter(one -> one.purpose() == purpose).toList();
    }
  }

  /**
   * One question and what came of it.
   *
   * @param ipv6 whether IPv6 addresses were asked for
   * @param expected all the addresses there are, where that is known
   */
  public record Asked(
      Purpose purpose, String name, boolean ipv6, List<IpAddress> expected, Reply reply) {
    public Asked {
      expected = List.copyOf(expected);
    }
  }

  /** Why a name is asked for. */
  public enum Purpose {
    /** It does not exist. */
    ABSENT,
    /** Its addresses are known. */
    KNOWN,
    /** Its signature is good. */
    SIGNED,
    /** Its signature is broken. */
    BROKEN,
    /** Only this provider's resolvers know it. */
    IDENTITY,
    /** Filters block it. */
    FILTER,
    /** The server answers no recursive question, so not this one. */
    AUTHORITY;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What came of a question. */
  public sealed interface Reply {

    /**
     * An answer.
     *
     * @param rcode {@code NOERROR}, {@code NXDOMAIN}, {@code REFUSED} …
     * @param recursive whether the server says that it asks on for others
     * @param authoritative whether it speaks for the name's zone
     * @param authenticated whether it says that it checked signatures
     * @param addresses of the asked kind
     * @param texts how many texts there were
     * @param zone the zone that speaks for there being nothing
     * @param extended the extended errors (RFC 8914) by number
     */
    record Answered(
        String rcode,
        boolean recursive,
        boolean authoritative,
        boolean authenticated,
        List<IpAddress> addresses,
        int texts,
        Optional<String> zone,
        List<Integer> extended)
        implements Reply {
      public Answered {
        addresses = List.copyOf(addresses);
        extended = List.copyOf(extended);
      }

      /** Whether it says that there is such a name. */
      public boolean isFound() {
        return rcode.equals("NOERROR");
      }
    }

    /** None that can be relied on. */
    record Silent(Reason reason, String detail) implements Reply {}
  }
}
