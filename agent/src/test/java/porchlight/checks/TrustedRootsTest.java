package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.TrustedRoots.Root;
import porchlight.facts.Unseen;

class TrustedRootsTest {
  private static final Root CORP = new Root("Example Corp Root", "trusted for everybody");
  private static final Optional<Unseen> SOME =
      Optional.of(new Unseen(Reason.NEEDS_PRIVILEGE, "others are not ours to read"));

  private static Verdict judge(List<String> allowed, List<Root> added, Optional<Unseen> unseen) {
    return new TrustedRoots(allowed)
        .judge(
            new SampleFacts()
                .trustedRoots(Reading.known(new porchlight.facts.TrustedRoots(added, unseen)))
                .build());
  }

  @Test
  void one_that_the_policy_does_not_name_fails_and_its_name_stays_on_the_laptop() {
    Verdict verdict = judge(List.of("Another"), List.of(CORP), SOME);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "one certificate authority was added to the system's that the policy does not name",
        verdict.because());
    assertTrue(verdict.evidence().getFirst().personal());
  }

  @Test
  void none_and_only_those_that_are_named_pass() {
    assertEquals(Outcome.PASS, judge(List.of(), List.of(), Optional.empty()).outcome());
    assertEquals(
        Outcome.PASS,
        judge(List.of("example corp ROOT"), List.of(CORP), Optional.empty()).outcome());
  }

  @Test
  void a_second_one_under_an_allowed_name_fails() {
    Root twin = new Root("EXAMPLE Corp Root", "trusted for the person at the screen");
    Verdict verdict = judge(List.of("Example Corp Root"), List.of(CORP, twin), Optional.empty());
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertTrue(verdict.because().startsWith("more than one"), verdict.because());
  }

  @Test
  void what_could_not_be_looked_into_is_unknown() {
    assertEquals(Outcome.UNKNOWN, judge(List.of(), List.of(), SOME).outcome());
    assertEquals(
        Outcome.UNKNOWN, judge(List.of("Example Corp Root"), List.of(CORP), SOME).outcome());
    assertEquals(
        Outcome.UNKNOWN,
        new TrustedRoots(List.of()).judge(SampleFacts.blind(Reason.TIMED_OUT, "late")).outcome());
  }
}
