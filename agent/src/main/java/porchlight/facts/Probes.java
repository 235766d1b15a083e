package porchlight.facts;

import java.util.List;
import java.util.Optional;

/**
 * What may be asked of the network, and what is true of it. Nothing else is asked; every name and
 * address can be one's own.
 *
 * @param off why nothing at all is asked; empty when something is
 * @param intervalMinutes how long the daemon is content with what it heard at the same place
 * @param names what name servers are asked
 * @param portals pages whose answer is known
 * @param sites servers whose certificate is looked at
 * @param routerExposure whether the gateway is asked what it offers to everybody
 */
public record Probes(
    Optional<String> off,
    int intervalMinutes,
    Names names,
    List<Portal> portals,
    List<Site> sites,
    boolean routerExposure) {

  public Probes {
    portals = List.copyOf(portals);
    sites = List.copyOf(sites);
  }

  private static final List<Network> QUAD9 =
      List.of(one("9.9.9.9"), one("149.112.112.112"), one("2620:fe::fe"), one("2620:fe::9"));
  private static final List<Network> OPENDNS =
      List.of(
          one("208.67.222.222"),
          one("208.67.220.220"),
          one("2620:119:35::35"),
          one("2620:119:53::53"));

  /** Those that people set by hand; a hotel that answers in their place is worth telling. */
  private static final List<Network> PUBLIC =
      List.of(
          one("1.1.1.0/24"),
          one("1.0.0.0/24"),
          one("2606:4700:4700::/48"),
          one("8.8.8.8"),
          one("8.8.4.4"),
          one("2001:4860:4860::/48"),
          one("9.9.9.0/24"),
          one("149.112.112.0/24"),
          one("2620:fe::/48"),
          one("208.67.220.0/22"),
          one("2620:119:35::/48"),
          one("2620:119:53::/48"),
          one("94.140.14.0/23"),
          one("2a10:50c0::/48"),
          one("45.90.28.0/22"),
          one("185.228.168.0/23"),
          one("76.76.2.0/24"),
          one("76.76.10.0/24"),
          one("103.247.36.0/23"),
          one("86.54.11.0/24"));

  /**
   * For whoever has set nothing. The root servers' names and addresses are the best known answers
   * there are: they change once in years, announced long before, and nobody filters them. A root
   * server answers no recursive question, so one that does is somebody else.
   */
  public static final Probes USUAL =
      new Probes(
          Optional.empty(),
          60,
          new Names(
              List.of("www.{random}.com", "{random}.root-servers.net"),
              List.of(
                  known("a.root-servers.net", "198.41.0.4", "2001:503:ba3e::2:30"),
                  known("k.root-servers.net", "193.0.14.129", "2001:7fd::1")),
              List.of("198.41.0.4", "2001:503:ba3e::2:30"),
              List.of(
                  new Identity("proto.on.quad9.net", QUAD9),
                  new Identity("debug.opendns.com", OPENDNS)),
              PUBLIC,
              Optional.of(new Signing("www.isc.org", "dnssec-failed.org")),
              List.of(
                  new FilterTest("internetbadguys.com", List.of(), List.of()),
                  new FilterTest(
                      "isitblocked.org",
                      List.of(), // its page may move, and would then pass for a blocked one
                      List.of(one("9.9.9.0/24"), one("149.112.112.0/24"), one("2620:fe::/48"))),
                  new FilterTest(
                      "malware.testcategory.com",
                      List.of(),
                      List.of(
                          one("1.1.1.2"),
                          one("1.0.0.2"),
                          one("1.1.1.3"),
                          one("1.0.0.3"),
                          one("2606:4700:4700::1112"),
                          one("2606:4700:4700::1002"),
                          one("2606:4700:4700::1113"),
                          one("2606:4700:4700::1003"))),
                  new FilterTest("examplemalwaredomain.com", List.of(), OPENDNS))),
          List.of(
              new Portal("connectivitycheck.gstatic.com", 80, "/generate_204", new Portal.Empty()),
              new Portal(
                  "www.msftconnecttest.com",
                  80,
                  "/connecttest.txt",
                  new Portal.Page("Microsoft Connect Test"))),
          List.of(new Site("www.example.com", 443, List.of())),
          false);

  /** Nothing is asked, for that reason. */
  public Probes turnedOff(String why) {
    return new Probes(Optional.of(why), intervalMinutes, names, portals, sites, routerExposure);
  }

  /**
   * What name servers are asked.
   *
   * @param absent names that do not exist, with {@code {random}} where a made-up word is put
   * @param known names whose addresses are known
   * @param authorities addresses of servers that answer no recursive question
   * @param identities names that only one provider's resolvers know
   * @param publicResolvers resolvers that answer the whole internet: whoever is on the way to one
   *     has no business to answer in its place
   * @param signing names by which it shows whether signatures are checked
   * @param filters names of harmless pages that filters block so that one can see it
   */
  public record Names(
      List<String> absent,
      List<Known> known,
      List<String> authorities,
      List<Identity> identities,
      List<Network> publicResolvers,
      Optional<Signing> signing,
      List<FilterTest> filters) {
    public Names {
      absent = List.copyOf(absent);
      known = List.copyOf(known);
      authorities = List.copyOf(authorities);
      identities = List.copyOf(identities);
      publicResolvers = List.copyOf(publicResolvers);
      filters = List.copyOf(filters);
    }
  }

  /** A name and all the addresses it has. */
  public record Known(String name, List<IpAddress> addresses) {
    public Known {
      addresses = List.copyOf(addresses);
    }
  }

  /** A name that has a text where one of these resolvers answers, and nowhere else. */
  public record Identity(String name, List<Network> resolvers) {
    public Identity {
      resolvers = List.copyOf(resolvers);
    }

    /** Whether it is of the resolver with that address. */
    public boolean isOf(String address) {
      return resolvers.stream().anyMatch(range -> range.contains(address));
    }
  }

  /**
   * A name that filters block.
   *
   * @param addresses all that it has where nobody blocks it; empty when that is not known
   * @param resolvers whose own test it is; empty for one that many block
   */
  public record FilterTest(String name, List<IpAddress> addresses, List<Network> resolvers) {
    public FilterTest {
      addresses = List.copyOf(addresses);
      resolvers = List.copyOf(resolvers);
    }

    /** Whether it is the own test of the resolver with that address. */
    public boolean isOf(String address) {
      return resolvers.stream().anyMatch(range -> range.contains(address));
    }
  }

  /** A page that is fetched by plain HTTP, and what is there when nobody is in between. */
  public record Portal(String host, int port, String path, Expected expected) {
    /** What is there. */
    public sealed interface Expected {}

    /** Nothing: 204. */
    public record Empty() implements Expected {}

    /** This very text. */
    public record Page(String text) implements Expected {}

    /** 204, and our word hashed: see GET /v1/probe in protocol.md. */
    public record Challenge() implements Expected {}

    /** As an address of a page. */
    public String url() {
      return "http://" + host + (port == 80 ? "" : ":" + port) + path;
    }
  }

  /**
   * A server that speaks TLS.
   *
   * @param pins SHA-256 (hex) of public keys of which one must be in its chain; empty when any
   *     public authority may vouch for it
   */
  public record Site(String host, int port, List<String> pins) {
    public Site {
      pins = List.copyOf(pins);
    }
  }

  /** A name that is signed well, and one whose signature is broken. */
  public record Signing(String good, String broken) {}

  private static Known known(String name, String... addresses) {
    return new Known(
        name, List.of(addresses).stream().map(one -> IpAddress.of(one).orElseThrow()).toList());
  }

  private static Network one(String range) {
    return Network.of(range).orElseThrow();
  }
}
