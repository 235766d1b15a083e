package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.Chance.always;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** A quarter of an hour that begins a turn at phase 0. */
  private static final Instant TURN = Instant.ofEpochSecond(900L * 2_000_000);

  private static long wait(double phase, long secondsIntoTurn, double chance) {
    return Math.round(
        Schedule.after(
                    Next.cadence(QUARTER, phase), TURN.plusSeconds(secondsIntoTurn), always(chance))
                .toMillis()
            / 1000.0);
  }

  @Test
  void turns_lie_one_cadence_apart_at_the_devices_own_phase() {
    assertEquals(900, wait(0, 0, 0.5));
    assertEquals(450, wait(0.5, 0, 0.5));
    assertEquals(800, wait(0, 100, 0.5));
    assertEquals(600, wait(0.25, 525, 0.5), "75 s after its turn at 225 comes the next at 1125");
  }

  @Test
  void each_is_moved_by_up_to_a_tenth() {
    assertEquals(810, wait(0, 0, 0));
    assertEquals(990, wait(0, 0, 0.9999));
  }

  @Test
  void a_turn_that_is_too_near_is_left_out() {
    assertEquals(180 + 900 - 1, wait(0, 721, 0.5));
    assertEquals(181, wait(0, 719, 0.5));
  }

  @Test
  void a_retry_waits_as_long_as_it_says() {
    assertEquals(
        Duration.ofSeconds(1300),
        Schedule.after(Next.retry(Duration.ofSeconds(1300)), TURN, always(0.9)));
  }

  @Test
  void whatever_the_phase_and_chance_no_wait_is_long_or_short() {
    var random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      long millis =
          Schedule.after(
                  Next.cadence(QUARTER, random.nextDouble()),
                  TURN.plusMillis(random.nextInt(2_000_000)),
                  random)
              .toMillis();
      assertTrue(millis >= 90_000 && millis <= 1_170_000, millis + " ms");
    }
  }

  @Test
  void a_fleet_that_started_together_is_spread_over_the_cadence() {
    var random = new Random(7);
    int[] minutes = new int[20];
    for (int i = 0; i < 15_000; i++) {
      minutes[
          (int)
              Schedule.after(Next.cadence(QUARTER, random.nextDouble()), TURN, random)
                  .toMinutes()]++;
    }
    for (int minute = 4; minute < 15; minute++) {
      assertTrue(minutes[minute] < 1400, minutes[minute] + " of 15000 in one minute");
    }
  }

  @Test
  void on_average_the_cadence_is_kept() {
    var random = new Random(7);
    Instant now = TURN;
    for (int i = 0; i < 1000; i++) {
      now = now.plus(Schedule.after(Next.cadence(QUARTER, 0.3), now, random));
    }
    double mean = Duration.between(TURN, now).toMillis() / 1000.0 / 1000;
    assertTrue(Math.abs(mean - 900) < 5, mean + " s");
  }
}
