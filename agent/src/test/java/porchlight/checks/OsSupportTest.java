package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class OsSupportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static Verdict judge(
      boolean extendedCounts, Optional<LocalDate> until, Optional<LocalDate> extended) {
    var support = new porchlight.facts.OsSupport("Debian 12", until, extended, TODAY.minusDays(9));
    return new OsSupport(extendedCounts)
        .judge(new SampleFacts().osSupport(Reading.known(support)).build());
  }

  @Test
  void a_version_that_is_supported_passes_to_its_last_day() {
    assertEquals(Outcome.PASS, judge(false, Optional.of(TODAY), Optional.empty()).outcome());
    assertEquals(
        "Debian 12 gets security fixes until 2026-11-22",
        judge(false, Optional.of(TODAY), Optional.empty()).because());
  }

  @Test
  void a_version_past_its_last_day_fails() {
    Verdict verdict = judge(false, Optional.of(TODAY.minusDays(1)), Optional.empty());
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("Debian 12 gets no security fixes since 2026-11-21", verdict.because());
  }

  @Test
  void extended_support_counts_only_where_the_policy_says_so() {
    var over = Optional.of(TODAY.minusDays(1));
    var extended = Optional.of(TODAY.plusYears(1));
    assertEquals(Outcome.PASS, judge(true, over, extended).outcome());
    Verdict verdict = judge(false, over, extended);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "Debian 12 gets no security fixes since 2026-11-21"
            + " (extended support runs until 2027-11-22, where it was arranged)",
        verdict.because());
  }

  @Test
  void extended_support_ends_too() {
    var over = Optional.of(TODAY.minusYears(2));
    assertEquals(Outcome.PASS, judge(true, over, Optional.of(TODAY)).outcome());
    assertEquals(Outcome.FAIL, judge(true, over, Optional.of(TODAY.minusDays(1))).outcome());
  }

  @Test
  void a_rolling_release_passes() {
    assertEquals(Outcome.PASS, judge(false, Optional.empty(), Optional.empty()).outcome());
  }

  @Test
  void the_date_of_the_table_is_shown() {
    assertEquals(
        List.of(Evidence.of("data as of", "2026-11-13")),
        judge(false, Optional.empty(), Optional.empty()).evidence());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        new OsSupport(false)
            .judge(
                new SampleFacts()
                    .osSupport(Reading.unknown(Reason.NOT_SUPPORTED, "not in the table"))
                    .build());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NOT_SUPPORTED), verdict.reason());
  }
}
