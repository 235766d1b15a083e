package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.facts.SampleAnswers.absent;
import static porchlight.facts.SampleAnswers.asked;
import static porchlight.facts.SampleAnswers.code;
import static porchlight.facts.SampleAnswers.found;
import static porchlight.facts.SampleAnswers.server;
import static porchlight.facts.SampleAnswers.silent;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.Reading;
import porchlight.facts.SampleAnswers;
import porchlight.facts.SampleFacts;

/** Somebody who answers in the place of name servers out there. */
class OnTheWayTest {
  private static final String OPEN = "9.9.9.9";
  private static final Reply HONEST = reply("NOERROR", false, false, 0);
  private static final Reply TOLD = reply("NOERROR", true, false, 1);

  private static Reply reply(String rcode, boolean recursive, boolean authoritative, int texts) {
    return new Reply.Answered(
        rcode, recursive, authoritative, false, List.of(), texts, Optional.empty(), List.of());
  }

  private static Server root(String address, Reply reply) {
    return new Server(address, false, List.of(asked(Purpose.AUTHORITY, false, List.of(), reply)));
  }

  private static Verdict judge(Server server, Reply root) {
    return judge(server, root("192.0.2.53", root));
  }

  private static Verdict judge(Server server, Server root) {
    var answers = new DnsAnswers(SampleFacts.AT, List.of(server), List.of(root));
    return new DnsIntegrity().judge(new SampleFacts().dnsAnswers(Reading.known(answers)).build());
  }

  private static Server open(Reply... identity) {
    return server(
        OPEN,
        true,
        List.of(identity).stream()
            .map(one -> asked(Purpose.IDENTITY, false, List.of(), one))
            .toList());
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
  }

  @Test
  void who_proves_itself_passes() {
    assertOutcome(Outcome.PASS, judge(open(TOLD), HONEST));
    assertOutcome(Outcome.PASS, judge(open(TOLD), silent()));
    assertOutcome(Outcome.PASS, judge(open(), HONEST));
  }

  /** A tunnel for the resolver alone, in a hotel that redirects what goes beside it. */
  @Test
  void what_happens_on_another_link_says_nothing_of_this_one() {
    Server direct = open();
    for (String link : new String[] {"wg0", "wlan0", ""}) {
      var resolver = new Server(OPEN, true, link, direct.asked());
      var asked = List.of(asked(Purpose.AUTHORITY, false, List.of(), absent()));
      Verdict verdict = judge(resolver, new Server("192.0.2.53", false, "wlan0", asked));
      assertOutcome(link.equals("wg0") ? Outcome.PASS : Outcome.FAIL, verdict);
      assertTrue(
          verdict.evidence().stream().anyMatch(one -> one.name().equals("on the way")),
          verdict.toString());
    }
  }

  @Test
  void who_is_seen_on_the_way_fails_and_so_does_who_does_not_know_the_providers_own_name() {
    Reply asksOn = absent();
    Verdict seen = judge(open(), asksOn);
    assertOutcome(Outcome.FAIL, seen);
    assertEquals("queries to 9.9.9.9 are answered by somebody on the way", seen.because());
    for (Reply denied : List.of(absent(), found())) {
      Verdict verdict = judge(open(denied), asksOn);
      assertOutcome(Outcome.FAIL, verdict);
      assertEquals("who answers at 9.9.9.9 is not who has that address", verdict.because());
    }
  }

  @Test
  void a_root_that_says_what_only_others_can_know_is_somebody_else() {
    assertOutcome(Outcome.FAIL, judge(open(TOLD), reply("NXDOMAIN", false, false, 0)));
    assertOutcome(Outcome.PASS, judge(open(TOLD), reply("NXDOMAIN", false, true, 0)));
  }

  @Test
  void what_should_prove_it_and_is_silent_is_unknown() {
    for (Reply nothing : List.of(silent(), code("SERVFAIL"), code("REFUSED"))) {
      assertOutcome(Outcome.UNKNOWN, judge(open(nothing), HONEST));
    }
    assertOutcome(Outcome.UNKNOWN, judge(open(), silent()));
    // A name that is gone one day is no impostor.
    assertOutcome(Outcome.UNKNOWN, judge(open(absent()), HONEST));
    // Roots of the other family say nothing of this one.
    assertOutcome(Outcome.PASS, judge(open(), root("2001:db8::53", silent())));
    assertOutcome(Outcome.PASS, judge(open(), root("2001:db8::53", absent())));
  }

  @Test
  void a_resolver_of_the_networks_own_is_nobodys_impostor() {
    Verdict own = judge(server("192.168.1.1", false, List.of()), absent());
    assertOutcome(Outcome.PASS, own);
    assertTrue(own.evidence().stream().anyMatch(one -> one.name().equals("on the way")));
    assertOutcome(Outcome.PASS, judge(server("192.168.1.1", false, List.of()), silent()));
  }

  @Test
  void a_laptop_that_asks_the_roots_itself_is_told_when_another_answers() {
    var answers =
        new DnsAnswers(
            SampleFacts.AT,
            List.of(server("127.0.0.1", false, List.of())),
            List.of(root("192.0.2.53", absent())));
    for (Dns.Transport transport : List.of(Dns.Transport.PLAIN, Dns.Transport.NOT_TOLD)) {
      var dns = new Dns(List.of(new Dns.Resolver("127.0.0.1", "", transport)), "unbound");
      var facts =
          new SampleFacts().dns(Reading.known(dns)).dnsAnswers(Reading.known(answers)).build();
      assertOutcome(
          transport == Dns.Transport.PLAIN ? Outcome.FAIL : Outcome.PASS,
          new DnsIntegrity().judge(facts));
    }
  }

  @Test
  void behind_a_resolver_of_the_laptop_the_provider_must_know_itself() {
    var front =
        server("127.0.0.53", false, List.of(asked(Purpose.IDENTITY, false, List.of(), absent())));
    assertOutcome(Outcome.FAIL, judge(front, absent()));
    assertOutcome(Outcome.UNKNOWN, judge(front, HONEST));
    var proven =
        server("127.0.0.53", false, List.of(asked(Purpose.IDENTITY, false, List.of(), TOLD)));
    assertOutcome(Outcome.PASS, judge(proven, HONEST));
  }

  @Test
  void too_many_to_ask_is_unknown() {
    var answers =
        SampleAnswers.of(
            server("192.168.1.1", false, List.of()), new Server("192.168.1.9", false, List.of()));
    var facts = new SampleFacts().dnsAnswers(Reading.known(answers)).build();
    assertOutcome(Outcome.UNKNOWN, new DnsIntegrity().judge(facts));
  }
}
