package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.WifiAutoJoin.NoAdapter;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.facts.WifiAutoJoin.Weakness;

class WifiAutoJoinTest {
  private static final Profile LOUNGE = new Profile("Lounge", Weakness.OPEN, "NetworkManager");
  private static final Optional<Unseen> DENIED =
      Optional.of(new Unseen(Reason.NEEDS_PRIVILEGE, "permission denied"));

  private static Verdict judge(Saved saved) {
    return new WifiAutoJoin().judge(new SampleFacts().wifiAutoJoin(Reading.known(saved)).build());
  }

  @Test
  void a_network_that_anybody_can_pretend_to_be_fails() {
    for (Weakness weakness : Weakness.values()) {
      var profile = new Profile("Lounge", weakness, "iwd");
      assertEquals(Outcome.FAIL, judge(new Saved(List.of(profile), 3, Optional.empty())).outcome());
    }
  }

  @Test
  void protected_networks_and_none_at_all_pass() {
    assertEquals(Outcome.PASS, judge(new Saved(List.of(), 3, Optional.empty())).outcome());
    assertEquals(Outcome.PASS, judge(new Saved(List.of(), 0, Optional.empty())).outcome());
  }

  @Test
  void what_was_not_looked_into_is_no_pass_and_hides_no_failure() {
    Verdict verdict = judge(new Saved(List.of(), 3, DENIED));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
    assertEquals(Outcome.FAIL, judge(new Saved(List.of(LOUNGE), 3, DENIED)).outcome());
  }

  @Test
  void without_an_adapter_the_question_does_not_arise() {
    var facts = new SampleFacts().wifiAutoJoin(Reading.known(new NoAdapter())).build();
    assertEquals(Outcome.NOT_APPLICABLE, new WifiAutoJoin().judge(facts).outcome());
  }

  @Test
  void networks_are_named_in_personal_evidence_only_and_not_without_end() {
    Verdict verdict = judge(new Saved(Collections.nCopies(50, LOUNGE), 50, Optional.empty()));
    assertFalse(verdict.because().contains("Lounge"), verdict.because());
    assertEquals(21, verdict.evidence().size());
    assertTrue(verdict.evidence().get(0).personal());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict = new WifiAutoJoin().judge(SampleFacts.blind(Reason.TIMED_OUT, "late"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
