package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class OsPatchesTest {
  private static final OsPatches WEEK = new OsPatches(7);

  private static Verdict judge(int pending, Duration age) {
    var some = new ArrayList<Pending>();
    for (int i = 0; i < pending; i++) {
      some.add(new Pending("lib" + i, "1", "2"));
    }
    var patches = new Patches("apt", some, SampleFacts.AT.minus(age));
    return WEEK.judge(new SampleFacts().patches(Reading.known(patches)).build());
  }

  @Test
  void nothing_waiting_on_fresh_lists_passes() {
    assertEquals(Outcome.PASS, judge(0, Duration.ofHours(13)).outcome());
    assertEquals(Outcome.PASS, judge(0, Duration.ofDays(7)).outcome());
  }

  @Test
  void nothing_waiting_on_old_lists_is_not_believed() {
    Verdict verdict = judge(0, Duration.ofDays(8));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.STALE), verdict.reason());
    assertEquals(
        "nothing waits, but the package lists are 8 days old; the policy believes them for 7",
        verdict.because());
  }

  @Test
  void what_is_known_to_wait_is_believed_at_any_age() {
    assertEquals(Outcome.FAIL, judge(1, Duration.ofDays(400)).outcome());
    assertEquals("1 security update waits to be installed", judge(1, Duration.ZERO).because());
    assertEquals("3 security updates wait to be installed", judge(3, Duration.ZERO).because());
  }

  @Test
  void a_long_list_is_cut_and_counted() {
    Verdict verdict = judge(25, Duration.ZERO);
    assertEquals(
        List.of(Evidence.of("waits", "and 5 more")),
        verdict.evidence().stream().filter(seen -> seen.value().startsWith("and ")).toList());
    assertEquals(21, verdict.evidence().stream().filter(s -> s.name().equals("waits")).count());
    assertTrue(verdict.evidence().contains(Evidence.of("according to", "apt")));
  }

  @Test
  void lists_from_the_future_are_not_fresh() {
    for (Duration ahead :
        List.of(Duration.ofMinutes(61), Duration.ofDays(1), Duration.ofDays(999))) {
      assertEquals(Optional.of(Reason.STALE), judge(0, ahead.negated()).reason());
      assertEquals(Outcome.FAIL, judge(1, ahead.negated()).outcome());
    }
    assertEquals(Outcome.PASS, judge(0, Duration.ofMinutes(-59)).outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        WEEK.judge(
            new SampleFacts()
                .patches(Reading.unknown(Reason.NOT_SUPPORTED, "no package manager we know"))
                .build());
    assertEquals(Optional.of(Reason.NOT_SUPPORTED), verdict.reason());
  }
}
