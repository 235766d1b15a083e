package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.facts.SampleAnswers.FALSE4;
import static porchlight.facts.SampleAnswers.TRUE4;
import static porchlight.facts.SampleAnswers.absent;
import static porchlight.facts.SampleAnswers.asked;
import static porchlight.facts.SampleAnswers.code;
import static porchlight.facts.SampleAnswers.found;
import static porchlight.facts.SampleAnswers.server;
import static porchlight.facts.SampleAnswers.silent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.Gateway;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleAnswers;
import porchlight.facts.SampleFacts;

class DnsIntegrityTest {
  private static final String HOME = "192.168.1.1";

  private static Verdict judge(DnsAnswers answers) {
    return new DnsIntegrity().judge(new SampleFacts().dnsAnswers(Reading.known(answers)).build());
  }

  private static Verdict home(Asked... changed) {
    return judge(SampleAnswers.of(server(HOME, false, List.of(changed))));
  }

  private static Verdict all(Reply reply) {
    var same = new ArrayList<Asked>();
    for (Purpose purpose : Purpose.values()) {
      if (purpose != Purpose.IDENTITY) {
        same.add(asked(purpose, false, List.of(TRUE4), reply));
        same.add(asked(purpose, true, List.of(SampleAnswers.TRUE6), reply));
      }
    }
    return home(same.toArray(Asked[]::new));
  }

  private static void assertFails(String because, Verdict verdict) {
    assertEquals(Outcome.FAIL, verdict.outcome(), verdict.toString());
    assertTrue(verdict.because().startsWith(because), verdict.because());
  }

  private static void assertUnknown(Reason reason, Verdict verdict) {
    assertEquals(Outcome.UNKNOWN, verdict.outcome(), verdict.toString());
    assertEquals(Optional.of(reason), verdict.reason(), verdict.toString());
  }

  @Test
  void honest_resolvers_pass() {
    Verdict verdict = home();
    assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    assertEquals(HOME + ", checks signatures (DNSSEC)", verdict.evidence().get(0).value());
    assertEquals(
        HOME + ", does not check signatures (DNSSEC)",
        home(asked(Purpose.BROKEN, false, List.of(), found(TRUE4))).evidence().get(0).value());
  }

  @Test
  void an_address_for_a_name_that_does_not_exist_fails() {
    assertFails(
        HOME + " has addresses for names that do not exist",
        home(asked(Purpose.ABSENT, false, List.of(), found(FALSE4))));
    assertFails(
        HOME + " has addresses for names that do not exist",
        home(asked(Purpose.ABSENT, true, List.of(), found(SampleAnswers.TRUE6))));
  }

  @Test
  void another_address_for_a_known_name_fails_be_it_ipv6_alone() {
    assertFails(
        HOME + " gives another address for www.example.com (IPv4)",
        home(asked(Purpose.KNOWN, false, List.of(TRUE4), found(FALSE4))));
    assertFails(
        HOME + " gives another address for www.example.com (IPv4)",
        home(asked(Purpose.KNOWN, false, List.of(TRUE4), found(TRUE4, FALSE4))));
    var alien = IpAddress.of("2001:db8::99").orElseThrow();
    assertFails(
        HOME + " gives another address for www.example.com (IPv6)",
        home(asked(Purpose.KNOWN, true, List.of(SampleAnswers.TRUE6), found(alien))));
  }

  @Test
  void a_known_name_that_a_filter_blocks_by_its_page_is_no_lie() {
    var wall = IpAddress.of("192.168.1.1").orElseThrow();
    var page = asked(Purpose.FILTER, false, List.of(TRUE4), found(wall));
    var blocked = asked(Purpose.KNOWN, false, List.of(TRUE4), found(wall));
    // Out there it is whoever's address it is.
    assertFails(
        HOME + " gives another address",
        home(
            asked(Purpose.FILTER, false, List.of(TRUE4), found(FALSE4)),
            asked(Purpose.KNOWN, false, List.of(TRUE4), found(FALSE4))));
    assertUnknown(Reason.NOT_UNDERSTOOD, home(page, blocked));
    assertFails(
        HOME + " has addresses",
        home(page, blocked, asked(Purpose.ABSENT, false, List.of(), found(FALSE4))));
  }

  @Test
  void what_dns64_makes_is_no_other_address() {
    for (String made :
        List.of(
            "64:ff9b::c000:250",
            "2001:db8:c000:250::",
            "2001:db8:1c0:2:50::",
            "2001:db8:122:c000:2:5000::",
            "2001:db8:122:3c0:0:250::",
            "2001:db8:122:344:c0:2:5000::")) {
      var address = IpAddress.of(made).orElseThrow();
      assertEquals(
          Outcome.PASS,
          home(asked(Purpose.KNOWN, true, List.of(), found(address))).outcome(),
          made);
      // A name that has an IPv6 address gives DNS64 nothing to do; but some make one up always.
      Verdict always =
          home(asked(Purpose.KNOWN, true, List.of(SampleAnswers.TRUE6), found(address)));
      assertEquals(
          made.startsWith("64:ff9b:") ? Outcome.PASS : Outcome.FAIL, always.outcome(), made);
    }
  }

  @Test
  void who_blocks_is_no_liar() {
    var zeros = IpAddress.of("0.0.0.0").orElseThrow();
    var here = IpAddress.of("127.0.0.1").orElseThrow();
    for (Reply blocked :
        List.of(absent(), found(zeros), found(here), code("REFUSED"), code("SERVFAIL"), found())) {
      Verdict verdict = home(asked(Purpose.KNOWN, false, List.of(TRUE4), blocked));
      assertTrue(verdict.outcome() != Outcome.FAIL, verdict.toString());
      Verdict both =
          home(
              asked(Purpose.KNOWN, false, List.of(TRUE4), blocked),
              asked(Purpose.KNOWN, true, List.of(SampleAnswers.TRUE6), blocked));
      assertEquals(Outcome.UNKNOWN, both.outcome(), both.toString());
    }
    assertEquals(
        Outcome.PASS, home(asked(Purpose.ABSENT, false, List.of(), found(zeros))).outcome());
  }

  @Test
  void a_resolver_without_ipv6_addresses_is_honest() {
    assertEquals(
        Outcome.PASS,
        home(asked(Purpose.KNOWN, true, List.of(SampleAnswers.TRUE6), found())).outcome());
    assertUnknown(
        Reason.NOT_UNDERSTOOD,
        home(asked(Purpose.KNOWN, true, List.of(SampleAnswers.TRUE6), silent())));
    assertUnknown(
        Reason.NOT_UNDERSTOOD,
        home(
            asked(Purpose.ABSENT, false, List.of(), silent()),
            asked(Purpose.ABSENT, true, List.of(), silent())));
  }

  @Test
  void silence_and_refusal_are_unknown() {
    assertUnknown(Reason.TIMED_OUT, all(silent()));
    assertUnknown(Reason.NOT_UNDERSTOOD, all(code("REFUSED")));
    assertUnknown(Reason.NOT_UNDERSTOOD, all(code("SERVFAIL")));
    assertUnknown(Reason.NOT_UNDERSTOOD, all(absent()));
  }

  @Test
  void one_of_a_company_or_a_silent_one_beside_an_honest_one_is_no_liar() {
    Server honest = server("9.9.9.9", false, List.of());
    for (Reply reply : List.of(silent(), code("REFUSED"), absent(), code("SERVFAIL"))) {
      var asked =
          honest.asked().stream()
              .map(one -> asked(one.purpose(), one.ipv6(), one.expected(), reply))
              .toList();
      Verdict verdict = judge(SampleAnswers.of(new Server("10.1.1.1", false, asked), honest));
      assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    }
    var liar =
        server("10.1.1.1", false, List.of(asked(Purpose.ABSENT, false, List.of(), found(FALSE4))));
    assertFails("10.1.1.1 has", judge(SampleAnswers.of(honest, liar)));
  }

  @Test
  void without_a_network_or_a_resolver_it_does_not_apply() {
    assertEquals(
        Outcome.NOT_APPLICABLE,
        judge(new DnsAnswers(SampleFacts.AT, List.of(), List.of())).outcome());
    var nowhere =
        new SampleFacts()
            .gateway(Reading.known(new Gateway(List.of())))
            .dnsAnswers(Reading.unknown(Reason.TIMED_OUT, "nothing"))
            .build();
    assertEquals(Outcome.NOT_APPLICABLE, new DnsIntegrity().judge(nowhere).outcome());
  }

  @Test
  void unknown_stays_unknown() {
    var offline =
        new SampleFacts()
            .gateway(Reading.known(new Gateway(List.of())))
            .dnsAnswers(Reading.unknown(Reason.TURNED_OFF, "--offline asks nothing"))
            .build();
    assertUnknown(Reason.TURNED_OFF, new DnsIntegrity().judge(offline));
  }
}
