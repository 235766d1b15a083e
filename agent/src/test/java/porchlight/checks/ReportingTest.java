package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reporting.ToCentral;
import porchlight.facts.Reporting.ToNobody;
import porchlight.facts.SampleFacts;

class ReportingTest {
  private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-11-22T12:00:00Z"));

  private static Verdict judge(Reading<porchlight.facts.Reporting> reporting) {
    return new Reporting(8).judge(new SampleFacts().reporting(reporting).build());
  }

  private static Verdict judge(Optional<Instant> last, Duration unheard, boolean dismissed) {
    return judge(Reading.known(new ToCentral(last, unheard, dismissed, Optional.empty())));
  }

  @Test
  void a_central_that_took_a_report_and_was_not_tried_in_vain_for_long_passes() {
    for (Duration unheard : List.of(Duration.ZERO, Duration.ofHours(8).minusSeconds(1))) {
      var verdict = judge(NOON, unheard, false);
      assertEquals(Outcome.PASS, verdict.outcome());
      assertEquals(List.of(), verdict.evidence(), "a time would make each report another");
    }
  }

  @Test
  void hours_of_trying_in_vain_fail_whatever_was_taken_before() {
    for (var last : List.of(NOON, Optional.<Instant>empty())) {
      var verdict = judge(last, Duration.ofHours(8), false);
      assertEquals(Outcome.FAIL, verdict.outcome());
      assertEquals("central has taken no report in 8 hours of trying", verdict.because());
    }
  }

  @Test
  void a_dismissed_laptop_fails_at_once() {
    assertEquals(Outcome.FAIL, judge(NOON, Duration.ZERO, true).outcome());
  }

  @Test
  void it_does_not_apply_to_one_that_reports_to_nobody_or_has_only_begun() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(Reading.known(new ToNobody())).outcome());
    assertEquals(
        Outcome.NOT_APPLICABLE, judge(Optional.empty(), Duration.ofHours(7), false).outcome());
  }

  @Test
  void what_the_agents_folder_does_not_tell_is_unknown() {
    var verdict = judge(Reading.unknown(Reason.NEEDS_PRIVILEGE, "permission denied"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
  }
}
