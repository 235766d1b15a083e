package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Gateway;
import porchlight.facts.Portal;
import porchlight.facts.Portal.Page;
import porchlight.facts.Portal.Seen;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class CaptivePortalTest {
  private static final Seen SILENT = new Seen.Silent(Reason.TIMED_OUT, "no answer in time");

  private static Verdict judge(Seen... seen) {
    return new CaptivePortal().judge(new SampleFacts().portal(seen).build());
  }

  @Test
  void pages_as_they_should_be_pass() {
    assertEquals(Outcome.PASS, judge(new Seen.Right()).outcome());
    assertEquals(Outcome.PASS, judge(new Seen.Right(), new Seen.Right()).outcome());
  }

  @Test
  void each_kind_of_portal_fails() {
    for (Seen wrong : List.of(new Seen.Sent(), new Seen.Other(200), new Seen.Other(511))) {
      assertEquals(Outcome.FAIL, judge(wrong).outcome());
      assertEquals(Outcome.FAIL, judge(new Seen.Right(), wrong).outcome());
      assertEquals(Outcome.FAIL, judge(SILENT, wrong).outcome());
    }
    Verdict faked = judge(new Seen.Right(), new Seen.Other(204));
    assertEquals("somebody on the way pretends that a page was fetched", faked.because());
  }

  private static Verdict both(Seen ipv4, Seen ipv6) {
    var pages =
        List.of(
            new Page("http://www.example.com/", "", false, false, false, ipv4),
            new Page("http://www.example.com/", "", false, false, true, ipv6));
    return new CaptivePortal()
        .judge(new SampleFacts().portal(Reading.known(new Portal(SampleFacts.AT, pages))).build());
  }

  @Test
  void what_is_seen_by_ipv6_counts_as_much_as_what_is_seen_by_ipv4() {
    assertEquals(Outcome.FAIL, both(new Seen.Right(), new Seen.Other(200)).outcome());
    assertEquals(Outcome.UNKNOWN, both(new Seen.Right(), SILENT).outcome());
    assertTrue(both(new Seen.Right(), SILENT).because().contains("(IPv6)"));
    Verdict away = both(new Seen.Right(), new Seen.Unreached("no route to it"));
    assertEquals(Outcome.PASS, away.outcome());
    assertTrue(away.because().endsWith(", by IPv4; by IPv6 none is reached"), away.because());
    assertEquals(Outcome.UNKNOWN, both(SILENT, new Seen.Unreached("no route to it")).outcome());
    assertEquals(
        Outcome.UNKNOWN,
        both(new Seen.Unreached("no route to it"), new Seen.Unreached("no route to it")).outcome());
  }

  @Test
  void a_name_that_leads_to_the_gateway_is_told() {
    var page = new Page("http://www.example.com/", "192.168.1.1", false, new Seen.Other(200));
    Verdict verdict =
        new CaptivePortal()
            .judge(
                new SampleFacts()
                    .portal(Reading.known(new Portal(SampleFacts.AT, List.of(page))))
                    .build());
    assertTrue(
        verdict.evidence().get(0).value().endsWith("its name leads to the gateway"),
        verdict.toString());
  }

  @Test
  void the_networks_own_word_is_a_finding_but_never_a_proof() {
    var captive = new Portal.Told.Said(true, "https://login.example");
    var free = new Portal.Told.Said(false, "");
    var silent = new Portal.Told.Silent(Reason.TIMED_OUT, "no answer in time");
    for (Seen seen : List.of(new Seen.Right(), SILENT, new Seen.Trouble(403), new Seen.Sent())) {
      assertEquals(Outcome.FAIL, told(captive, seen).outcome());
      assertEquals(judge(seen).outcome(), told(free, seen).outcome());
      assertEquals(judge(seen).outcome(), told(silent, seen).outcome());
    }
    assertTrue(
        told(captive, SILENT).evidence().stream()
            .allMatch(one -> one.personal() == one.value().contains("login.example")));
  }

  private static Verdict told(Portal.Told told, Seen seen) {
    var page = new Page("http://www.example.com/", "192.0.2.1", false, seen);
    var portal = new Portal(SampleFacts.AT, List.of(page), told);
    return new CaptivePortal().judge(new SampleFacts().portal(Reading.known(portal)).build());
  }

  @Test
  void half_an_answer_is_unknown_be_the_other_half_a_challenge() {
    assertEquals(Outcome.UNKNOWN, judge(new Seen.Right(), SILENT).outcome());
    assertEquals(Outcome.UNKNOWN, judge(new Seen.Right(), new Seen.Trouble(503)).outcome());
    var own = new Page("http://a.example/v1/probe", "192.0.2.1", true, new Seen.Right());
    var other = new Page("http://b.example/", "", false, SILENT);
    assertEquals(
        Outcome.UNKNOWN,
        new CaptivePortal()
            .judge(
                new SampleFacts()
                    .portal(Reading.known(new Portal(SampleFacts.AT, List.of(own, other))))
                    .build())
            .outcome());
  }

  @Test
  void silence_and_troubles_are_unknown() {
    assertEquals(Optional.of(Reason.TIMED_OUT), judge(SILENT).reason());
    assertEquals(Outcome.UNKNOWN, judge(new Seen.Trouble(403)).outcome());
    assertEquals(
        Optional.of(Reason.TURNED_OFF),
        new CaptivePortal().judge(SampleFacts.blind(Reason.TURNED_OFF, "why")).reason());
  }

  @Test
  void without_a_network_it_does_not_apply() {
    var facts =
        new SampleFacts().gateway(Reading.known(new Gateway(List.of()))).portal(SILENT).build();
    assertEquals(Outcome.NOT_APPLICABLE, new CaptivePortal().judge(facts).outcome());
  }
}
