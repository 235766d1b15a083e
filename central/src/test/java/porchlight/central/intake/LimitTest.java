package porchlight.central.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitTest {
  private long now = Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(3);
  private final Limit limit = new Limit(30, () -> now);

  private int burst(String sender) {
    int admitted = 0;
    while (admitted < 1000 && limit.admits(sender)) {
      admitted++;
    }
    return admitted;
  }

  @Test
  void twice_the_minutes_number_at_once_and_no_more() {
    assertEquals(60, burst("a"));
    assertEquals(60, burst("b"), "each for itself");
  }

  @Test
  void in_the_long_run_the_minutes_number_though_the_clock_runs_over() {
    burst("a");
    int admitted = 0;
    for (int second = 0; second < 600; second++) {
      now += TimeUnit.SECONDS.toNanos(1);
      admitted += burst("a");
    }
    assertTrue(Math.abs(admitted - 300) <= 1, "admitted " + admitted);
  }

  @Test
  void who_was_quiet_has_no_more_than_a_bucket() {
    burst("a");
    now += TimeUnit.DAYS.toNanos(9);
    assertEquals(60, burst("a"));
  }

  @Test
  void strangers_without_end_are_forgotten() {
    for (int i = 0; i < 60_000; i++) {
      limit.admits("stranger " + i);
      now += TimeUnit.MILLISECONDS.toNanos(1);
    }
    assertTrue(limit.remembered() <= 50_001, "remembers " + limit.remembered());
  }
}
