package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Gateway;
import porchlight.facts.Portal;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.TlsChains;
import porchlight.facts.TlsChains.Seen;

class TlsInterceptionTest {
  private static final String KEY = "ab".repeat(32);
  private static final Seen GOOD = new Seen.Good(false);
  private static final Seen FOREIGN =
      new Seen.Foreign("CN=Corporate", "no public authority vouches for it", List.of("00", KEY));
  private static final Seen SILENT = new Seen.Silent(Reason.TIMED_OUT, "no answer in time");

  private static SampleFacts facts(Seen... seen) {
    var sites = new ArrayList<TlsChains.Site>();
    for (Seen one : seen) {
      sites.add(new TlsChains.Site("www.example.com", one));
    }
    return new SampleFacts().tlsChains(Reading.known(new TlsChains(SampleFacts.AT, sites)));
  }

  private static Verdict judge(SampleFacts facts, String... allowed) {
    return new TlsInterception(List.of(allowed)).judge(facts.build());
  }

  @Test
  void certificates_as_they_should_be_pass() {
    assertEquals(Outcome.PASS, judge(facts(GOOD, new Seen.Good(true))).outcome());
  }

  @Test
  void by_ipv6_a_certificate_counts_as_much() {
    var away = new Seen.Unreached("no route to it");
    for (Seen seen : List.of(GOOD, FOREIGN, SILENT, away)) {
      var sites =
          List.of(
              new TlsChains.Site("www.example.com", GOOD),
              new TlsChains.Site("www.example.com", true, seen));
      Verdict verdict =
          judge(new SampleFacts().tlsChains(Reading.known(new TlsChains(SampleFacts.AT, sites))));
      Outcome expected =
          seen.equals(FOREIGN)
              ? Outcome.FAIL
              : seen.equals(SILENT) ? Outcome.UNKNOWN : Outcome.PASS;
      assertEquals(expected, verdict.outcome(), verdict.toString());
      assertEquals(seen.equals(away), verdict.because().endsWith("by IPv6 none is reached"));
    }
    assertEquals(Outcome.UNKNOWN, judge(facts(away)).outcome());
  }

  @Test
  void somebody_elses_certificate_fails_and_its_maker_is_told_beside_the_sentence() {
    Verdict verdict = judge(facts(GOOD, FOREIGN));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertTrue(!verdict.because().contains("Corporate"), verdict.because());
    assertEquals("CN=Corporate", verdict.evidence().get(0).value());
    assertEquals(KEY, verdict.evidence().get(1).value());
    assertEquals(Outcome.FAIL, judge(facts(SILENT, FOREIGN)).outcome());
  }

  @Test
  void an_authority_that_the_policy_allows_passes() {
    assertEquals(Outcome.PASS, judge(facts(FOREIGN), KEY).outcome());
    assertEquals(Outcome.FAIL, judge(facts(FOREIGN), "cd".repeat(32)).outcome());
  }

  @Test
  void behind_a_login_page_nothing_is_known() {
    for (Seen seen : List.of(FOREIGN, SILENT)) {
      Verdict verdict = judge(facts(seen).portal(new Portal.Seen.Sent()));
      assertEquals(Outcome.UNKNOWN, verdict.outcome());
      assertTrue(verdict.because().startsWith("behind a login page"), verdict.because());
    }
    assertEquals(
        Outcome.FAIL, judge(facts(GOOD, FOREIGN).portal(new Portal.Seen.Sent())).outcome());
  }

  @Test
  void a_login_page_excuses_nothing_where_another_page_came_through() {
    var altered =
        new Portal.Page("http://a.example/", "192.0.2.1", false, new Portal.Seen.Other(200));
    var through = new Portal.Page("http://b.example/", "192.0.2.2", false, new Portal.Seen.Right());
    var faked =
        new Portal.Page("http://c.example/204", "192.0.2.3", false, true, new Portal.Seen.Right());
    assertEquals(Outcome.FAIL, behind(altered, through).outcome());
    assertEquals(Outcome.UNKNOWN, behind(altered, faked).outcome());
  }

  private static Verdict behind(Portal.Page... pages) {
    return judge(facts(FOREIGN).portal(Reading.known(new Portal(SampleFacts.AT, List.of(pages)))));
  }

  @Test
  void silence_is_unknown_and_no_network_does_not_apply() {
    assertEquals(Optional.of(Reason.TIMED_OUT), judge(facts(GOOD, SILENT)).reason());
    var nowhere = facts(SILENT).gateway(Reading.known(new Gateway(List.of())));
    assertEquals(Outcome.NOT_APPLICABLE, judge(nowhere).outcome());
    assertEquals(
        Optional.of(Reason.TURNED_OFF),
        new TlsInterception(List.of()).judge(SampleFacts.blind(Reason.TURNED_OFF, "why")).reason());
  }
}
