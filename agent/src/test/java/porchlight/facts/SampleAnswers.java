package porchlight.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;

/** Answers of name servers for tests: honest ones, but for what a test changes. */
public final class SampleAnswers {
  public static final IpAddress TRUE4 = IpAddress.of("192.0.2.80").orElseThrow();
  public static final IpAddress TRUE6 = IpAddress.of("2001:db8::80").orElseThrow();
  public static final IpAddress FALSE4 = IpAddress.of("198.51.100.99").orElseThrow();

  private SampleAnswers() {}

  public static DnsAnswers honest(String address) {
    return of(server(address, false, List.of()));
  }

  public static DnsAnswers of(Server... servers) {
    var authority =
        new Server(
            "192.0.2.53",
            false,
            List.of(
                asked(
                    Purpose.AUTHORITY,
                    false,
                    List.of(),
                    new Reply.Answered(
                        "NXDOMAIN",
                        false,
                        true,
                        false,
                        List.of(),
                        0,
                        Optional.of("."),
                        List.of()))));
    return new DnsAnswers(SampleFacts.AT, List.of(servers), List.of(authority));
  }

  /**
   * An honest one, but for these: they stand in the place of what has the same purpose and kind.
   */
  public static Server server(String address, boolean isPublic, List<Asked> changed) {
    var all = new ArrayList<Asked>();
    for (Asked usual :
        List.of(
            asked(Purpose.ABSENT, false, List.of(), absent()),
            asked(Purpose.ABSENT, true, List.of(), absent()),
            asked(Purpose.KNOWN, false, List.of(TRUE4), found(TRUE4)),
            asked(Purpose.KNOWN, true, List.of(TRUE6), found(TRUE6)),
            asked(Purpose.FILTER, false, List.of(TRUE4), absent()),
            asked(Purpose.SIGNED, false, List.of(), found(TRUE4)),
            asked(Purpose.BROKEN, false, List.of(), code("SERVFAIL")))) {
      all.add(
          changed.stream()
              .filter(one -> one.purpose() == usual.purpose() && one.ipv6() == usual.ipv6())
              .findFirst()
              .orElse(usual));
    }
    changed.stream().filter(one -> one.purpose() == Purpose.IDENTITY).forEach(all::add);
    return new Server(address, isPublic, all);
  }

  public static Asked asked(Purpose purpose, boolean ipv6, List<IpAddress> expected, Reply reply) {
    return new Asked(purpose, "www.example.com", ipv6, expected, reply);
  }

  public static Reply found(IpAddress... addresses) {
    return new Reply.Answered(
        "NOERROR", true, false, false, List.of(addresses), 0, Optional.empty(), List.of());
  }

  public static Reply absent() {
    return new Reply.Answered(
        "NXDOMAIN", true, false, false, List.of(), 0, Optional.of("com"), List.of());
  }

  public static Reply code(String rcode) {
    return new Reply.Answered(rcode, true, false, false, List.of(), 0, Optional.empty(), List.of());
  }

  public static Reply silent() {
    return new Reply.Silent(Reason.TIMED_OUT, "no answer in time");
  }
}
