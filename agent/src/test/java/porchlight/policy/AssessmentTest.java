package porchlight.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.checks.Firewall;
import porchlight.checks.Outcome;
import porchlight.checks.Verdict;
import porchlight.checks.Vpn;
import porchlight.facts.Fact;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class AssessmentTest {
  private static Finding finding(Severity severity, Outcome outcome) {
    Verdict verdict =
        switch (outcome) {
          case PASS -> Verdict.pass("well");
          case FAIL -> Verdict.fail("ill");
          case UNKNOWN -> Verdict.unknown(Reason.TIMED_OUT, "dark");
          case NOT_APPLICABLE -> Verdict.notApplicable("not here");
        };
    return new Finding("some-check", severity, verdict);
  }

  private static Assessment of(Finding... findings) {
    return new Assessment(List.of(findings));
  }

  @Test
  void a_serious_failure_is_unsafe_whatever_else() {
    for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH)) {
      assertEquals(
          Answer.UNSAFE,
          of(
                  finding(severity, Outcome.FAIL),
                  finding(Severity.CRITICAL, Outcome.UNKNOWN),
                  finding(Severity.CRITICAL, Outcome.PASS))
              .answer());
    }
  }

  @Test
  void a_medium_failure_asks_for_care() {
    assertEquals(
        Answer.CARE,
        of(finding(Severity.MEDIUM, Outcome.FAIL), finding(Severity.HIGH, Outcome.PASS)).answer());
  }

  @Test
  void what_matters_and_could_not_be_seen_is_never_safe() {
    for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM)) {
      assertEquals(
          Answer.CANNOT_SAY,
          of(finding(severity, Outcome.UNKNOWN), finding(Severity.HIGH, Outcome.PASS)).answer());
    }
  }

  @Test
  void small_things_do_not_decide() {
    for (Severity severity : List.of(Severity.LOW, Severity.INFO)) {
      for (Outcome outcome : List.of(Outcome.FAIL, Outcome.UNKNOWN)) {
        assertEquals(
            Answer.SAFE,
            of(finding(severity, outcome), finding(Severity.HIGH, Outcome.PASS)).answer());
      }
    }
  }

  @Test
  void nothing_seen_is_never_safe() {
    assertEquals(Answer.CANNOT_SAY, of().answer());
    assertEquals(Answer.CANNOT_SAY, of(finding(Severity.HIGH, Outcome.NOT_APPLICABLE)).answer());
    assertEquals(Answer.CANNOT_SAY, of(finding(Severity.LOW, Outcome.UNKNOWN)).answer());
    assertEquals(OptionalInt.empty(), of(finding(Severity.HIGH, Outcome.UNKNOWN)).score());
  }

  @Test
  void the_score_is_the_weight_of_what_passed() {
    assertEquals(
        OptionalInt.of(66),
        of(finding(Severity.HIGH, Outcome.PASS), finding(Severity.MEDIUM, Outcome.FAIL)).score());
    assertEquals(OptionalInt.of(100), of(finding(Severity.LOW, Outcome.PASS)).score());
    assertEquals(OptionalInt.empty(), of(finding(Severity.INFO, Outcome.PASS)).score());
  }

  @Test
  void what_does_not_apply_changes_nothing() {
    var one = of(finding(Severity.HIGH, Outcome.PASS), finding(Severity.MEDIUM, Outcome.FAIL));
    var other =
        of(
            finding(Severity.HIGH, Outcome.PASS),
            finding(Severity.CRITICAL, Outcome.NOT_APPLICABLE),
            finding(Severity.MEDIUM, Outcome.FAIL));
    assertEquals(one.score(), other.score());
    assertEquals(one.answer(), other.answer());
    assertEquals(one.assessed(), other.assessed());
  }

  @Test
  void a_check_that_goes_blind_never_raises_the_score_nor_betters_the_answer() {
    var random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 5000; i++) {
      var findings = new ArrayList<Finding>();
      for (int j = 0; j <= random.nextInt(8); j++) {
        findings.add(finding(any(random, Severity.values()), any(random, Outcome.values())));
      }
      int at = random.nextInt(findings.size());
      if (findings.get(at).verdict().outcome() == Outcome.NOT_APPLICABLE) {
        continue;
      }
      var before = new Assessment(findings);
      findings.set(at, finding(findings.get(at).severity(), Outcome.UNKNOWN));
      var after = new Assessment(findings);
      assertTrue(
          after.score().isEmpty() || after.score().getAsInt() <= before.score().orElse(0),
          before + " became " + after);
      assertFalse(
          after.answer() == Answer.SAFE && before.answer() == Answer.CANNOT_SAY,
          before + " became " + after);
      compared++;
    }
    assertTrue(compared > 2000, "only " + compared);
  }

  private static <T> T any(Random random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  @Test
  void findings_stand_worst_first_and_as_the_policy_orders_them() {
    var policy =
        new Policy(
            1,
            new Policy.Tells(true, false),
            List.of(
                new Rule(Severity.LOW, new Vpn(false)),
                new Rule(Severity.HIGH, new Firewall()),
                new Rule(Severity.HIGH, new porchlight.checks.OsPatches(7))));
    var order =
        policy.judge(new SampleFacts().build()).findings().stream().map(Finding::check).toList();
    assertEquals(List.of("firewall", "os-patches", "vpn"), order);
    assertEquals(Set.of(Fact.DEVICE, Fact.VPN, Fact.FIREWALL, Fact.PATCHES), policy.needs());
    assertEquals(1, policy.only(Set.of("vpn")).rules().size());
    assertEquals(3, policy.only(Set.of()).rules().size());
  }
}
