package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.facts.SampleAnswers.asked;
import static porchlight.facts.SampleAnswers.code;
import static porchlight.facts.SampleAnswers.found;
import static porchlight.facts.SampleAnswers.server;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleAnswers;
import porchlight.facts.SampleFacts;

/** A resolver that blocks names helps nobody whose browser does not ask it. */
class AroundTest {
  private static final String BY = "a setting";
  private static final Reply BLOCKED =
      found(porchlight.facts.IpAddress.of("0.0.0.0").orElseThrow());

  private static Verdict judge(boolean demanded, String resolver, Reply reply, Names... names) {
    var answers =
        SampleAnswers.of(
            server(resolver, false, List.of(asked(Purpose.FILTER, false, List.of(), reply))));
    var profiles =
        Stream.of(names)
            .map(one -> new Profile("ann", "Firefox", "x7", new Warning.On("a setting"), one))
            .toList();
    var dns = new Dns(List.of(new Dns.Resolver(resolver, "", Dns.Transport.PLAIN)), "test");
    return new DnsFiltering(demanded)
        .judge(
            new SampleFacts()
                .dns(Reading.known(dns))
                .dnsAnswers(Reading.known(answers))
                .phishingProtection(Reading.known(new PhishingProtection(profiles)))
                .build());
  }

  private static Verdict home(boolean demanded, Names... names) {
    return judge(demanded, "192.168.1.1", BLOCKED, names);
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
    assertTrue(!verdict.because().contains("ann"), verdict.because());
    assertTrue(
        verdict.evidence().stream().noneMatch(one -> one.value().contains("ann")),
        verdict.toString());
  }

  @Test
  void browsers_that_ask_the_laptop_are_in_nobodys_way() {
    assertOutcome(Outcome.PASS, home(true));
    assertOutcome(Outcome.PASS, home(true, new Names.Laptops(BY), new Names.Laptops(BY)));
  }

  @Test
  void a_browser_that_asks_its_own_goes_around_the_filter() {
    Verdict demanded = home(true, new Names.Laptops(BY), new Names.Own(BY));
    assertOutcome(Outcome.FAIL, demanded);
    assertEquals(
        "the resolvers in use block names of pages that deceive, but Firefox asks a resolver of its"
            + " own and so goes around them",
        demanded.because());
    assertTrue(
        demanded
            .evidence()
            .contains(Evidence.of("browser", "Firefox asks a resolver of its own, by a setting")));
    assertOutcome(Outcome.NOT_APPLICABLE, home(false, new Names.Own(BY)));
    // Sure news comes before what cannot be told.
    assertOutcome(
        Outcome.FAIL,
        home(true, new Names.Unclear(Reason.NEEDS_PRIVILEGE, "no"), new Names.Own(BY)));
  }

  @Test
  void what_an_administrator_chose_may_block_as_well() {
    assertOutcome(Outcome.UNKNOWN, home(true, new Names.Own("a policy")));
    assertOutcome(Outcome.UNKNOWN, home(false, new Names.Own("a policy")));
  }

  @Test
  void what_may_go_around_is_unknown() {
    assertOutcome(Outcome.UNKNOWN, home(true, new Names.Perhaps(BY)));
    Verdict blind = home(true, new Names.Unclear(Reason.NEEDS_PRIVILEGE, "a home folder"));
    assertOutcome(Outcome.UNKNOWN, blind);
    assertEquals(Reason.NEEDS_PRIVILEGE, blind.reason().orElseThrow());
    var facts =
        new SampleFacts()
            .dnsAnswers(
                Reading.known(
                    SampleAnswers.of(
                        server(
                            "192.168.1.1",
                            false,
                            List.of(asked(Purpose.FILTER, false, List.of(), BLOCKED))))))
            .phishingProtection(Reading.unknown(Reason.TIMED_OUT, "late"))
            .build();
    assertEquals(Reason.TIMED_OUT, new DnsFiltering(true).judge(facts).reason().orElseThrow());
  }

  @Test
  void an_upgrade_matters_only_where_the_browser_may_know_the_resolver() {
    Names upgraded = new Names.Upgraded("the browser's default");
    for (String own : List.of("192.168.1.1", "10.0.0.1", "fe80::1", "fd00::53", "127.0.0.53")) {
      assertOutcome(Outcome.PASS, judge(true, own, BLOCKED, upgraded));
    }
    for (String known : List.of("9.9.9.9", "2620:fe::fe")) {
      assertOutcome(Outcome.UNKNOWN, judge(true, known, BLOCKED, upgraded));
    }
  }

  @Test
  void where_nothing_is_blocked_browsers_are_not_the_point() {
    Verdict open = judge(true, "192.168.1.1", found(SampleAnswers.TRUE4), new Names.Own(BY));
    assertOutcome(Outcome.FAIL, open);
    assertEquals("192.168.1.1 lets names of pages that deceive through", open.because());
    assertOutcome(Outcome.UNKNOWN, judge(true, "192.168.1.1", code("SERVFAIL"), new Names.Own(BY)));
  }
}
