package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.facts.SampleFacts;

class RebootPendingTest {
  private static Verdict judge(Reading<Reboot> reboot) {
    return new RebootPending().judge(new SampleFacts().reboot(reboot).build());
  }

  @Test
  void nothing_that_waits_passes() {
    assertEquals(
        Outcome.PASS, judge(Reading.known(new Reboot.NotPending("6.1.0-25-amd64"))).outcome());
  }

  @Test
  void something_that_waits_fails_and_is_named() {
    Verdict verdict = judge(Reading.known(new Reboot.Pending(List.of("libc6 was updated"))));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(List.of(Evidence.of("cause", "libc6 was updated")), verdict.evidence());
  }

  @Test
  void a_container_has_nothing_to_restart() {
    assertEquals(
        Outcome.NOT_APPLICABLE,
        judge(Reading.known(new Reboot.DoesNotApply("no kernel of its own"))).outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict = judge(Reading.unknown(Reason.NEEDS_PRIVILEGE, "list /boot: denied"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
  }
}
