package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Management.DoesNotApply;
import porchlight.facts.Management.Enrolled;
import porchlight.facts.Management.NotEnrolled;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class ManagementTest {
  private static Outcome judge(
      boolean demanded, List<String> servers, porchlight.facts.Management management) {
    return new Management(demanded, servers)
        .judge(new SampleFacts().management(Reading.known(management)).build())
        .outcome();
  }

  @Test
  void a_laptop_that_nobody_manages_fails_only_where_it_must_be() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(false, List.of(), new NotEnrolled()));
    assertEquals(Outcome.FAIL, judge(true, List.of(), new NotEnrolled()));
    assertEquals(Outcome.NOT_APPLICABLE, judge(true, List.of(), new DoesNotApply("Linux")));
  }

  @Test
  void a_stranger_who_manages_it_fails() {
    var ours = List.of("mdm.example.com");
    assertEquals(Outcome.PASS, judge(false, List.of(), new Enrolled("evil.example", false)));
    assertEquals(Outcome.PASS, judge(true, ours, new Enrolled("mdm.example.com", true)));
    assertEquals(Outcome.FAIL, judge(false, ours, new Enrolled("evil.example", true)));
    assertEquals(Outcome.UNKNOWN, judge(false, ours, new Enrolled("", true)));
  }

  @Test
  void what_could_not_be_seen_is_unknown() {
    assertEquals(
        Outcome.UNKNOWN,
        new Management(true, List.of())
            .judge(SampleFacts.blind(Reason.TIMED_OUT, "late"))
            .outcome());
  }
}
