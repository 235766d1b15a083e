package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class AntivirusTest {
  private static final Reading<Boolean> YES = Reading.known(true);
  private static final Reading<Boolean> NO = Reading.known(false);
  private static final Product DEFENDER = other(YES);

  private static Product clamav(Reading<Boolean> running, Duration age, Reading<Boolean> onAccess) {
    Instant made = new SampleFacts().build().at().minus(age);
    return new Product("ClamAV", running, Reading.known(made), onAccess, Duration.ZERO);
  }

  private static Product other(Reading<Boolean> running) {
    return new Product(
        "Microsoft Defender",
        running,
        Reading.unknown(Reason.NOT_SUPPORTED, "only itself can tell"),
        Reading.unknown(Reason.NOT_SUPPORTED, "only itself can tell"),
        Duration.ZERO);
  }

  private static Verdict judge(boolean demanded, Product... products) {
    return new Antivirus(demanded, 7)
        .judge(
            new SampleFacts()
                .antivirus(Reading.known(new porchlight.facts.Antivirus(List.of(products))))
                .build());
  }

  @Test
  void passes_when_clamav_runs_with_current_signatures_and_says_what_it_looks_at() {
    Verdict all = judge(true, clamav(YES, Duration.ofDays(1), YES));
    assertEquals(Outcome.PASS, all.outcome());
    assertEquals("ClamAV runs with current signatures", all.because());
    assertEquals(
        "ClamAV runs with current signatures, but looks only at what it is asked to",
        judge(false, clamav(YES, Duration.ofDays(7), NO)).because());
    Reading<Boolean> unclear = Reading.unknown(Reason.NOT_UNDERSTOOD, "being started");
    assertTrue(
        judge(false, clamav(YES, Duration.ZERO, unclear)).because().contains("could not be told"));
  }

  @Test
  void fails_when_the_signatures_are_old() {
    Verdict verdict = judge(false, clamav(YES, Duration.ofDays(8), YES));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("ClamAV's signatures are 8 days old; the policy allows 7", verdict.because());
  }

  @Test
  void fails_when_one_is_there_and_does_not_run() {
    assertEquals(Outcome.FAIL, judge(false, clamav(NO, Duration.ZERO, YES)).outcome());
    assertEquals(Outcome.FAIL, judge(true, other(NO)).outcome());
  }

  @Test
  void does_not_apply_where_none_is_there_unless_one_is_demanded() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(false).outcome());
    assertEquals(Outcome.FAIL, judge(true).outcome());
  }

  @Test
  void is_unknown_when_only_itself_can_tell_whether_it_is_current() {
    for (boolean demanded : List.of(true, false)) {
      Verdict verdict = judge(demanded, DEFENDER);
      assertEquals(Outcome.UNKNOWN, verdict.outcome());
      assertEquals(Optional.of(Reason.NOT_SUPPORTED), verdict.reason());
      assertTrue(verdict.because().startsWith("Microsoft Defender runs;"), verdict.because());
    }
  }

  @Test
  void is_unknown_with_signatures_of_the_future_but_for_a_clock_a_little_behind() {
    Verdict verdict = judge(false, clamav(YES, Duration.ofHours(-2), YES));
    assertEquals(Optional.of(Reason.STALE), verdict.reason());
    assertEquals(Outcome.PASS, judge(false, clamav(YES, Duration.ofMinutes(-50), YES)).outcome());
  }

  @Test
  void of_several_one_that_is_current_is_enough_and_one_that_may_be_leaves_it_open() {
    Product current = clamav(YES, Duration.ZERO, YES);
    Product stopped = clamav(NO, Duration.ZERO, NO);
    assertEquals(Outcome.PASS, judge(true, other(NO), current).outcome());
    assertEquals(Outcome.PASS, judge(true, DEFENDER, current).outcome());
    assertEquals(Outcome.UNKNOWN, judge(true, stopped, DEFENDER).outcome());
    assertEquals(Outcome.FAIL, judge(true, stopped, other(NO)).outcome());
  }

  @Test
  void is_unknown_when_it_could_not_be_read() {
    Reading<Boolean> late = Reading.unknown(Reason.TIMED_OUT, "systemctl did not answer in time");
    assertEquals(
        Optional.of(Reason.TIMED_OUT), judge(true, clamav(late, Duration.ZERO, NO)).reason());
    Verdict blind =
        new Antivirus(false, 7).judge(SampleFacts.blind(Reason.NEEDS_PRIVILEGE, "denied"));
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), blind.reason());
  }
}
