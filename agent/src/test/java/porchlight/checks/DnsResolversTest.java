package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class DnsResolversTest {
  private static List<Network> networks(String... texts) {
    return List.of(texts).stream().map(text -> Network.of(text).orElseThrow()).toList();
  }

  private static final DnsResolvers ANY = new DnsResolvers(List.of(), networks("85.255.112.0/20"));
  private static final DnsResolvers OURS =
      new DnsResolvers(networks("10.0.0.0/8", "fd00::/8"), networks("10.66.0.0/16"));

  private static Verdict judge(DnsResolvers check, String... addresses) {
    return check.judge(new SampleFacts().dns(addresses).build());
  }

  @Test
  void any_resolver_passes_when_none_is_asked_for() {
    Verdict verdict = judge(ANY, "192.168.1.1");
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("names are answered by 192.168.1.1", verdict.because());
    assertEquals(
        "names are answered by 2 resolvers that the policy allows",
        judge(ANY, "192.168.1.1", "2001:db8::1").because());
  }

  @Test
  void a_refused_resolver_fails_among_good_ones() {
    Verdict verdict = judge(ANY, "9.9.9.9", "85.255.112.36");
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "names are answered by 85.255.112.36, which the policy refuses", verdict.because());
  }

  @Test
  void refusing_weighs_more_than_allowing() {
    assertTrue(judge(OURS, "10.66.0.1").because().endsWith("which the policy refuses"));
  }

  @Test
  void a_resolver_that_is_not_allowed_fails() {
    assertEquals(Outcome.PASS, judge(OURS, "10.0.0.53", "fd00::53").outcome());
    Verdict verdict = judge(OURS, "10.0.0.53", "192.168.1.1");
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "names are answered by 192.168.1.1, which the policy does not allow", verdict.because());
  }

  @Test
  void what_is_no_address_is_never_allowed_by_a_range() {
    assertEquals(Outcome.FAIL, judge(OURS, "dns.example").outcome());
  }

  @Test
  void without_a_resolver_the_question_does_not_arise() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(ANY).outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        ANY.judge(
            new SampleFacts()
                .dns(Reading.unknown(Reason.NOT_UNDERSTOOD, "resolvectl: garbled"))
                .build());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NOT_UNDERSTOOD), verdict.reason());
  }

  @Test
  void the_way_of_every_query_is_shown() {
    var resolvers = new ArrayList<Dns.Resolver>();
    for (Dns.Transport transport : Dns.Transport.values()) {
      resolvers.add(new Dns.Resolver("192.0.2.1", "eth0", transport));
    }
    Verdict verdict =
        ANY.judge(
            new SampleFacts().dns(Reading.known(new Dns(resolvers, "NetworkManager"))).build());
    assertEquals(
        List.of(
            Evidence.of("resolver", "192.0.2.1 on eth0, not encrypted"),
            Evidence.of("resolver", "192.0.2.1 on eth0, encrypted when it offers to"),
            Evidence.of("resolver", "192.0.2.1 on eth0, encrypted, its identity not checked"),
            Evidence.of("resolver", "192.0.2.1 on eth0, encrypted, its identity checked"),
            Evidence.of("resolver", "192.0.2.1 on eth0"),
            Evidence.of("managed by", "NetworkManager")),
        verdict.evidence());
  }
}
