package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.ScreenLock.Desktops;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.NoDesktop;
import porchlight.facts.ScreenLock.Seat;

class ScreenLockTest {
  private static final Lock SOON = new Lock.After(Duration.ofMinutes(15));
  private static final Lock LATE = new Lock.After(Duration.ofSeconds(901));
  private static final Lock NEVER = new Lock.Never("locking is turned off");
  private static final Lock DENIED = new Lock.Unclear(Reason.NEEDS_PRIVILEGE, "permission denied");
  private static final Lock ODD = new Lock.Unclear(Reason.NOT_SUPPORTED, "not known");

  private static Verdict judge(Seat... seats) {
    return new ScreenLock(15)
        .judge(new SampleFacts().screenLock(Reading.known(new Desktops(List.of(seats)))).build());
  }

  private static Seat gnome(String person, Lock lock) {
    return new Seat(person, "GNOME", lock);
  }

  private static Seat plasma(String person, Lock lock) {
    return new Seat(person, "KDE Plasma", lock);
  }

  @Test
  void everybodys_screen_locks_in_time_passes() {
    assertEquals(Outcome.PASS, judge(gnome("ann", SOON), gnome("zoe", SOON)).outcome());
  }

  @Test
  void one_screen_that_locks_never_or_late_fails() {
    assertEquals(Outcome.FAIL, judge(gnome("ann", SOON), gnome("zoe", NEVER)).outcome());
    assertEquals(Outcome.FAIL, judge(gnome("ann", DENIED), gnome("zoe", NEVER)).outcome());
    assertEquals(
        "an unattended screen locks only after 901 s; the policy asks for 15 min",
        judge(gnome("ann", LATE)).because());
  }

  @Test
  void one_screen_that_could_not_be_read_is_not_a_pass() {
    Verdict verdict = judge(gnome("ann", SOON), gnome("zoe", DENIED), new Seat("", "", ODD));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
    assertEquals(
        Optional.of(Reason.NEEDS_PRIVILEGE),
        judge(new Seat("", "", ODD), gnome("zoe", DENIED)).reason());
  }

  @Test
  void where_the_desktop_in_use_is_not_known_all_must_agree() {
    assertEquals(Outcome.PASS, judge(gnome("ann", SOON), plasma("ann", SOON)).outcome());
    assertEquals(Outcome.FAIL, judge(gnome("ann", LATE), plasma("ann", NEVER)).outcome());
    assertEquals(Outcome.UNKNOWN, judge(gnome("ann", SOON), plasma("ann", NEVER)).outcome());
    assertEquals(Outcome.UNKNOWN, judge(gnome("ann", NEVER), plasma("ann", ODD)).outcome());
  }

  @Test
  void a_time_that_may_be_shorter_passes_in_time_and_is_no_fail_beyond() {
    var soon = new Lock.AtLatest(Duration.ofMinutes(15), Reason.TIMED_OUT, "no answer");
    assertEquals(Outcome.PASS, judge(gnome("ann", soon)).outcome());
    assertEquals("15 min", soon.words());
    var late = new Lock.AtLatest(Duration.ofSeconds(901), Reason.TIMED_OUT, "no answer");
    assertEquals(Optional.of(Reason.TIMED_OUT), judge(gnome("ann", late)).reason());
    assertEquals(
        "it locks after 901 s; whether before that: no answer",
        judge(gnome("ann", late)).because());
    assertEquals(Outcome.FAIL, judge(gnome("ann", late), gnome("zoe", NEVER)).outcome());
  }

  @Test
  void a_laptop_without_a_desktop_is_not_judged() {
    var facts = new SampleFacts().screenLock(Reading.known(new NoDesktop("none"))).build();
    assertEquals(Outcome.NOT_APPLICABLE, new ScreenLock(15).judge(facts).outcome());
    assertEquals(Outcome.NOT_APPLICABLE, judge().outcome());
  }

  @Test
  void people_are_named_in_personal_evidence_only() {
    Verdict verdict = judge(gnome("ann", SOON), gnome("zoe", NEVER));
    assertFalse(verdict.because().contains("zoe"), verdict.because());
    assertEquals(2, verdict.evidence().size());
    assertTrue(verdict.evidence().stream().allMatch(Evidence::personal));
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict = new ScreenLock(15).judge(SampleFacts.blind(Reason.TIMED_OUT, "late"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
