package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.facts.SampleAnswers.FALSE4;
import static porchlight.facts.SampleAnswers.TRUE4;
import static porchlight.facts.SampleAnswers.absent;
import static porchlight.facts.SampleAnswers.asked;
import static porchlight.facts.SampleAnswers.code;
import static porchlight.facts.SampleAnswers.found;
import static porchlight.facts.SampleAnswers.server;
import static porchlight.facts.SampleAnswers.silent;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.Gateway;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleAnswers;
import porchlight.facts.SampleFacts;

class DnsFilteringTest {
  private static Verdict judge(boolean demanded, List<IpAddress> expected, Reply reply) {
    return judge(demanded, asked(Purpose.FILTER, false, expected, reply));
  }

  private static Verdict judge(boolean demanded, Asked... asked) {
    DnsAnswers answers = SampleAnswers.of(server("192.168.1.1", false, List.of(asked)));
    return new DnsFiltering(demanded)
        .judge(new SampleFacts().dnsAnswers(Reading.known(answers)).build());
  }

  private static Reply extended(int code) {
    return new Reply.Answered(
        "SERVFAIL", true, false, false, List.of(), 0, Optional.empty(), List.of(code));
  }

  private static Reply nowhere() {
    return new Reply.Answered(
        "NXDOMAIN", true, false, false, List.of(), 0, Optional.empty(), List.of());
  }

  private static IpAddress at(String address) {
    return IpAddress.of(address).orElseThrow();
  }

  @Test
  void every_known_way_of_blocking_passes() {
    for (Reply blocked :
        List.of(
            absent(),
            nowhere(),
            extended(15),
            extended(16),
            extended(17),
            found(at("0.0.0.0")),
            found(at("127.0.0.1")),
            found(FALSE4),
            found(),
            code("REFUSED"))) {
      Verdict verdict = judge(true, List.of(TRUE4), blocked);
      assertEquals(Outcome.PASS, verdict.outcome(), blocked + ": " + verdict);
    }
    for (Reply blocked :
        List.of(nowhere(), extended(17), found(at("146.112.61.106")), found(at("192.168.1.1")))) {
      Verdict verdict = judge(true, List.of(), blocked);
      assertEquals(Outcome.PASS, verdict.outcome(), blocked + ": " + verdict);
    }
  }

  @Test
  void letting_through_fails_where_a_filter_is_demanded() {
    for (List<IpAddress> expected : List.of(List.of(TRUE4), List.<IpAddress>of())) {
      assertEquals(Outcome.FAIL, judge(true, expected, found(TRUE4)).outcome());
      assertEquals(Outcome.NOT_APPLICABLE, judge(false, expected, found(TRUE4)).outcome());
    }
  }

  @Test
  void what_may_be_gone_or_was_not_answered_is_unknown() {
    var gone =
        new Reply.Answered(
            "NXDOMAIN", true, false, false, List.of(), 0, Optional.of("com"), List.of());
    for (Reply reply : List.of(gone, found(), code("SERVFAIL"), silent(), extended(18))) {
      assertEquals(Outcome.UNKNOWN, judge(true, List.of(), reply).outcome(), reply.toString());
    }
  }

  @Test
  void one_that_makes_answers_up_is_not_believed() {
    Verdict verdict =
        judge(
            true,
            asked(Purpose.FILTER, false, List.of(TRUE4), found(FALSE4)),
            asked(Purpose.ABSENT, false, List.of(), found(FALSE4)));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }

  @Test
  void one_that_forges_what_is_known_is_not_believed_to_block() {
    var blocked = asked(Purpose.FILTER, false, List.of(), nowhere());
    var forged = asked(Purpose.KNOWN, false, List.of(TRUE4), found(FALSE4));
    assertEquals(Outcome.UNKNOWN, judge(true, blocked, forged).outcome());
  }

  @Test
  void each_resolver_must_block() {
    var answers =
        SampleAnswers.of(
            server("192.168.1.1", false, List.of()),
            server(
                "192.168.1.2",
                false,
                List.of(asked(Purpose.FILTER, false, List.of(TRUE4), found(TRUE4)))));
    var facts = new SampleFacts().dnsAnswers(Reading.known(answers)).build();
    assertEquals(Outcome.FAIL, new DnsFiltering(true).judge(facts).outcome());
  }

  @Test
  void without_a_network_it_does_not_apply_but_what_was_seen_holds() {
    var nowhere = new SampleFacts().gateway(Reading.known(new Gateway(List.of())));
    var quiet = List.of(asked(Purpose.FILTER, false, List.of(TRUE4), silent()));
    var open = List.of(asked(Purpose.FILTER, false, List.of(TRUE4), found(TRUE4)));
    var check = new DnsFiltering(true);
    for (Reading<DnsAnswers> answers :
        List.of(
            Reading.<DnsAnswers>unknown(Reason.TIMED_OUT, "nothing"),
            Reading.known(SampleAnswers.of(server("192.168.1.1", false, quiet))))) {
      var facts = nowhere.dnsAnswers(answers).build();
      assertEquals(Outcome.NOT_APPLICABLE, check.judge(facts).outcome());
    }
    var seen = Reading.known(SampleAnswers.of(server("127.0.0.1", false, open)));
    assertEquals(Outcome.FAIL, check.judge(nowhere.dnsAnswers(seen).build()).outcome());
    Reading<DnsAnswers> offline = Reading.unknown(Reason.TURNED_OFF, "--offline asks nothing");
    assertEquals(
        Optional.of(Reason.TURNED_OFF), check.judge(nowhere.dnsAnswers(offline).build()).reason());
  }

  @Test
  void unknown_stays_unknown_and_without_a_resolver_it_does_not_apply() {
    assertEquals(
        Optional.of(Reason.TURNED_OFF),
        new DnsFiltering(true).judge(SampleFacts.blind(Reason.TURNED_OFF, "why")).reason());
    var none = new DnsAnswers(SampleFacts.AT, List.of(), List.of());
    assertEquals(
        Outcome.NOT_APPLICABLE,
        new DnsFiltering(true)
            .judge(new SampleFacts().dnsAnswers(Reading.known(none)).build())
            .outcome());
  }
}
