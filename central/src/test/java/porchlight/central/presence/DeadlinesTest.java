package porchlight.central.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration CADENCE = Duration.ofMinutes(15);

  private static Presence after(int seconds, Outage... outages) {
    return new Deadlines(List.of(outages))
        .judge(voice(Optional.of(START)), START.plusSeconds(seconds));
  }

  private static Voice voice(Optional<Instant> heard) {
    return new Voice(heard, CADENCE, false, false, Optional.empty());
  }

  private static Outage outage(int from, int to) {
    return new Outage(START.plusSeconds(from), START.plusSeconds(to));
  }

  @ParameterizedTest
  @CsvSource({"0, ONLINE", "1470, ONLINE", "1471, LATE", "4410, LATE", "4411, SILENT"})
  void a_quiet_device_is_late_and_then_silent(int seconds, Presence presence) {
    assertEquals(presence, after(seconds));
  }

  @Test
  void a_device_without_a_report_never_reported() {
    assertEquals(
        Presence.NEVER_REPORTED,
        new Deadlines(List.of()).judge(voice(Optional.empty()), START.plus(Duration.ofDays(9))));
  }

  @Test
  void an_outage_of_central_and_one_cadence_after_it_do_not_count() {
    Outage night = outage(300, 40_000);
    assertEquals(Presence.ONLINE, after(40_001, night));
    assertEquals(Presence.ONLINE, after(40_000 + 900 + 1170, night));
    assertEquals(Presence.LATE, after(40_000 + 900 + 1171, night));
    assertEquals(Presence.SILENT, after(40_000 + 900 + 4111, night));
  }

  @Test
  void who_was_silent_before_an_outage_is_silent_after_it() {
    assertEquals(Presence.SILENT, after(5001, outage(5000, 5001)));
    assertEquals(Presence.SILENT, after(90_000, outage(5000, 90_000)));
  }

  @Test
  void restarts_in_a_row_are_not_counted_twice() {
    Deadlines deadlines = new Deadlines(List.of(outage(200, 210), outage(100, 110)));
    assertEquals(
        Duration.ofSeconds(100 + 1000),
        deadlines.quiet(START, CADENCE, START.plusSeconds(210 + 900 + 1000)));
  }

  @Test
  void an_outage_before_the_last_report_changes_nothing() {
    assertEquals(Presence.LATE, after(1471, outage(-5000, -2000)));
  }

  @Test
  void whoever_was_heard_until_the_limit_is_silent_and_a_moment_later_is_not() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300; i++) {
      Outage[] outages = new Outage[random.nextInt(5)];
      for (int one = 0; one < outages.length; one++) {
        int from = random.nextInt(100_000);
        outages[one] = outage(from, from + 1 + random.nextInt(20_000));
      }
      Deadlines deadlines = new Deadlines(List.of(outages));
      Instant now = START.plusSeconds(random.nextInt(130_000));
      Instant limit = deadlines.silentBefore(CADENCE, now);
      assertEquals(Presence.SILENT, deadlines.judge(voice(Optional.of(limit)), now));
      assertNotEquals(
          Presence.SILENT, deadlines.judge(voice(Optional.of(limit.plusMillis(2))), now));
    }
  }
}
