package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class HostsFileTest {
  private static Verdict judge(HostsFile check, Hosts hosts) {
    return check.judge(new SampleFacts().hosts(Reading.known(hosts)).build());
  }

  private static Hosts pointing(String... names) {
    var entries = new ArrayList<Hosts.Entry>();
    List.of(names).forEach(name -> entries.add(new Hosts.Entry(name, "192.0.2.7")));
    return new Hosts(true, entries, 0);
  }

  @Test
  void a_file_that_names_nobody_else_passes() {
    assertEquals(Outcome.PASS, judge(new HostsFile(List.of()), pointing()).outcome());
  }

  @Test
  void a_name_of_the_internet_that_is_sent_elsewhere_fails() {
    Verdict verdict = judge(new HostsFile(List.of()), pointing("www.bank.com"));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "the hosts file gives 1 name of the internet an address of its own", verdict.because());
    assertEquals(List.of(Evidence.of("entry", "www.bank.com → 192.0.2.7")), verdict.evidence());
  }

  @Test
  void allowed_names_and_those_below_them_may_stand_there() {
    var check = new HostsFile(List.of("corp.com"));
    assertEquals(Outcome.PASS, judge(check, pointing("corp.com", "git.corp.com")).outcome());
    assertEquals(Outcome.FAIL, judge(check, pointing("notcorp.com")).outcome());
    assertEquals(Outcome.FAIL, judge(check, pointing("corp.com.evil.net")).outcome());
  }

  @Test
  void blocked_names_are_counted_and_not_judged() {
    Verdict verdict = judge(new HostsFile(List.of()), new Hosts(true, List.of(), 120_000));
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals(List.of(Evidence.of("blocked names", "120000")), verdict.evidence());
  }

  @Test
  void a_long_list_is_shown_in_part_and_counted_whole() {
    var names = new String[50];
    for (int i = 0; i < names.length; i++) {
      names[i] = "n" + i + ".bank.com";
    }
    Verdict verdict = judge(new HostsFile(List.of()), pointing(names));
    assertEquals(
        "the hosts file gives 50 names of the internet addresses of its own", verdict.because());
    assertEquals(21, verdict.evidence().size());
    assertEquals(Evidence.of("entry", "and 30 more"), verdict.evidence().get(20));
  }

  @Test
  void a_file_that_nobody_asks_does_not_matter() {
    assertEquals(
        Outcome.NOT_APPLICABLE,
        judge(new HostsFile(List.of()), new Hosts(false, pointing("www.bank.com").pointed(), 0))
            .outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        new HostsFile(List.of())
            .judge(
                new SampleFacts().hosts(Reading.unknown(Reason.NEEDS_PRIVILEGE, "denied")).build());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
