package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Clock.DoesNotApply;
import porchlight.facts.Clock.Kept;
import porchlight.facts.Clock.NotKept;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class ClockTest {
  private static Verdict judge(porchlight.facts.Clock clock) {
    return new Clock(1).judge(new SampleFacts().clock(Reading.known(clock)).build());
  }

  private static Verdict last(Duration ago) {
    Instant time = SampleFacts.AT.minus(ago);
    return judge(new Kept("systemd-timesyncd", Optional.of(time)));
  }

  @Test
  void a_clock_that_something_sets_passes() {
    Verdict verdict = judge(new Kept("chrony", Optional.empty()));
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("the clock is set by chrony", verdict.because());
    assertEquals(List.of(Evidence.of("set by", "chrony")), verdict.evidence());
  }

  @Test
  void the_last_time_must_be_within_the_policys_days() {
    assertEquals(Outcome.PASS, last(Duration.ofHours(24)).outcome());
    Verdict verdict = last(Duration.ofHours(50));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("the clock was last set 50 hours ago; the policy asks for 24", verdict.because());
  }

  @Test
  void a_last_time_that_is_still_to_come_tells_nothing() {
    Verdict verdict = last(Duration.ofHours(-2));
    assertEquals(Optional.of(Reason.NOT_UNDERSTOOD), verdict.reason());
  }

  @Test
  void a_clock_that_nothing_sets_fails() {
    Verdict verdict = judge(new NotKept("no time service is installed"));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("nothing sets the clock: no time service is installed", verdict.because());
  }

  @Test
  void a_container_has_no_clock_of_its_own() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(new DoesNotApply("a container")).outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    var facts = new SampleFacts().clock(Reading.unknown(Reason.TOOL_MISSING, "no timedatectl"));
    assertEquals(Outcome.UNKNOWN, new Clock(1).judge(facts.build()).outcome());
  }

  @Test
  void a_clock_that_central_measured_to_be_off_fails_whoever_sets_it() {
    String[][] table = {
      {"PT301S", "the clock is 5 minutes behind central's"},
      {"PT-26H", "the clock is 26 hours ahead of central's"}
    };
    for (String[] row : table) {
      for (Reading<porchlight.facts.Clock> clock :
          java.util.List.of(
              Reading.<porchlight.facts.Clock>known(
                  new porchlight.facts.Clock.Kept("chrony", java.util.Optional.empty())),
              Reading.<porchlight.facts.Clock>unknown(
                  porchlight.facts.Reason.TOOL_MISSING, "no timedatectl"))) {
        var verdict = off(java.time.Duration.parse(row[0]), clock);
        assertEquals(Outcome.FAIL, verdict.outcome());
        assertEquals(row[1], verdict.because());
      }
    }
  }

  @Test
  void one_that_is_right_says_nothing_of_who_sets_it() {
    Reading<porchlight.facts.Clock> unknown =
        Reading.unknown(porchlight.facts.Reason.TOOL_MISSING, "no timedatectl");
    assertEquals(Outcome.UNKNOWN, off(java.time.Duration.ofMinutes(5), unknown).outcome());
  }

  private static Verdict off(java.time.Duration ahead, Reading<porchlight.facts.Clock> clock) {
    var heard =
        new porchlight.facts.Reporting.ToCentral(
            java.util.Optional.empty(),
            java.time.Duration.ZERO,
            false,
            java.util.Optional.of(ahead));
    return new Clock(1)
        .judge(new SampleFacts().clock(clock).reporting(Reading.known(heard)).build());
  }
}
