package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class SystemIntegrityTest {
  private static final Reading<State> UNSEEN = Reading.unknown(Reason.TIMED_OUT, "csrutil late");

  private static Verdict judge(boolean secureBoot, Guard... guards) {
    return new SystemIntegrity(secureBoot)
        .judge(new SampleFacts().integrity(Reading.known(new Integrity(List.of(guards)))).build());
  }

  private static Guard guard(Kind kind, State state) {
    return new Guard(kind, Reading.known(state));
  }

  @Test
  void all_on_passes_whatever_secure_boot_is_when_it_is_not_asked_for() {
    Verdict verdict =
        judge(
            false,
            guard(Kind.SYSTEM_FILES, State.ON),
            guard(Kind.PROGRAMS, State.ON),
            guard(Kind.SECURE_BOOT, State.OFF));
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals(Evidence.of("secure-boot", "off"), verdict.evidence().get(2));
  }

  @Test
  void one_that_is_off_or_partly_off_fails_even_beside_one_that_is_not_seen() {
    Verdict verdict =
        judge(false, new Guard(Kind.SYSTEM_FILES, UNSEEN), guard(Kind.PROGRAMS, State.OFF));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("Gatekeeper is off", verdict.because());
    assertEquals(
        "System Integrity Protection is partly off",
        judge(false, guard(Kind.SYSTEM_FILES, State.PARTLY)).because());
  }

  @Test
  void one_that_is_not_seen_is_unknown() {
    assertEquals(
        Outcome.UNKNOWN,
        judge(false, new Guard(Kind.SYSTEM_FILES, UNSEEN), guard(Kind.PROGRAMS, State.ON))
            .outcome());
    assertEquals(
        Outcome.UNKNOWN,
        new SystemIntegrity(false).judge(SampleFacts.blind(Reason.TIMED_OUT, "late")).outcome());
  }

  @Test
  void secure_boot_alone_is_judged_only_when_it_is_asked_for() {
    assertEquals(
        Outcome.NOT_APPLICABLE, judge(false, guard(Kind.SECURE_BOOT, State.OFF)).outcome());
    assertEquals(Outcome.FAIL, judge(true, guard(Kind.SECURE_BOOT, State.PARTLY)).outcome());
    assertEquals(Outcome.PASS, judge(true, guard(Kind.SECURE_BOOT, State.ON)).outcome());
  }
}
