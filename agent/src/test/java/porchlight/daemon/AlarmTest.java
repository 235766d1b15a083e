package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  private final Alarm alarm = new Alarm(Duration.ofMinutes(15), NOON, -5 * SECOND);

  @Test
  void it_is_due_when_its_time_has_passed() {
    assertEquals(Duration.ofMinutes(15), alarm.left(NOON, -5 * SECOND));
    assertFalse(alarm.due(NOON.plusSeconds(899), 894 * SECOND));
    assertTrue(alarm.due(NOON.plusSeconds(900), 895 * SECOND));
  }

  @Test
  void what_was_missed_in_sleep_is_due_on_waking() {
    assertTrue(alarm.due(NOON.plus(Duration.ofHours(9)), 5 * SECOND));
  }

  @Test
  void a_clock_that_is_set_back_holds_nothing_up() {
    assertTrue(alarm.due(NOON.minus(Duration.ofDays(400)), 895 * SECOND));
    assertFalse(alarm.due(NOON.minus(Duration.ofDays(400)), 10 * SECOND));
  }

  @Test
  void a_burst_settles_after_three_quiet_seconds_or_ten_in_all() {
    long origin = Long.MAX_VALUE - SECOND; // monotonic time may wrap
    var burst = new Burst();
    assertEquals(OptionalLong.empty(), burst.settlesAt());
    assertTrue(burst.event(origin));
    assertEquals(OptionalLong.of(origin + 3 * SECOND), burst.settlesAt());
    assertFalse(burst.event(origin + 2 * SECOND));
    assertEquals(OptionalLong.of(origin + 5 * SECOND), burst.settlesAt());
    assertFalse(burst.event(origin + 9 * SECOND));
    assertEquals(OptionalLong.of(origin + 10 * SECOND), burst.settlesAt());
    burst.clear();
    assertEquals(OptionalLong.empty(), burst.settlesAt());
    assertTrue(burst.event(origin));
  }
}
