package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Updating;

class AutoUpdatesTest {
  private static Verdict judge(Reading<Updating> updating) {
    return new AutoUpdates().judge(new SampleFacts().updating(updating).build());
  }

  @Test
  void what_happens_by_itself_passes() {
    Verdict verdict = judge(Reading.known(new Updating("dnf-automatic", List.of())));
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("security updates are installed by dnf-automatic", verdict.because());
  }

  @Test
  void one_gap_fails_and_is_named() {
    Verdict verdict =
        judge(
            Reading.known(new Updating("unattended-upgrades", List.of("apt-daily.timer is off"))));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(List.of(Evidence.of("because", "apt-daily.timer is off")), verdict.evidence());
  }

  @Test
  void what_somebody_put_off_fails_until_that_time_is_over() {
    Instant now = new SampleFacts().build().at();
    var until = new Updating("Windows Update", List.of(), Optional.of(now.plusSeconds(60)));
    Verdict verdict = judge(Reading.known(until));
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("somebody has put off security updates", verdict.because());
    var over = new Updating("Windows Update", List.of(), Optional.of(now.minusSeconds(60)));
    assertEquals(Outcome.PASS, judge(Reading.known(over)).outcome());
  }

  @Test
  void a_system_that_is_not_read_is_neither_good_nor_bad() {
    Verdict verdict = judge(Reading.unknown(Reason.NOT_SUPPORTED, "not read yet"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NOT_SUPPORTED), verdict.reason());
  }
}
