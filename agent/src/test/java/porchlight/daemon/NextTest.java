package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextTest {
  @Test
  void a_line_comes_back_as_it_was() {
    assertEquals("next 900 0.3710", Next.cadence(Duration.ofMinutes(15), 0.371).line());
    assertEquals("retry 1300", Next.retry(Duration.ofSeconds(1300)).line());
    for (double phase : new double[] {0, 0.371, 0.99999999}) {
      var next = Next.of(Next.cadence(Duration.ofMinutes(1), phase).line()).orElseThrow();
      assertEquals(phase, next.phase(), 0.0001);
      assertEquals(Duration.ofMinutes(1), next.delay());
    }
    assertEquals(Optional.of(Next.retry(Duration.ofSeconds(1300))), Next.of("retry 1300"));
  }

  @Test
  void no_worker_can_ask_for_more_than_one_cycle_a_minute() {
    assertEquals(Duration.ofMinutes(1), Next.of("next 0 0.5").orElseThrow().delay());
    assertEquals(Duration.ofMinutes(1), Next.of("retry 1").orElseThrow().delay());
  }

  @Test
  void what_is_not_a_line_of_ours_says_nothing() {
    for (String line :
        List.of(
            "",
            "next",
            "next 900",
            "next -1 0.5",
            "next 9999999 0.5",
            "next 900 1.5",
            "next 900 0.5 more",
            "retry x",
            "Exception in thread",
            "NEXT 900 0.5")) {
      assertEquals(Optional.empty(), Next.of(line), line);
    }
  }

  @Test
  void what_is_handed_over_arrives() {
    var environment = new java.util.HashMap<String, String>();
    var handover =
        new Handover(Wake.NETWORK, 3, Optional.of(UUID.randomUUID()), new ReportsLost(1, 0, 2));
    handover.into(environment);
    assertEquals(handover, Handover.of(environment));
  }

  @Test
  void without_or_with_an_odd_environment_a_cycle_is_run_by_hand() {
    assertEquals(Handover.BY_HAND, Handover.of(Map.of()));
    assertEquals(
        Handover.BY_HAND,
        Handover.of(
            Map.of(
                "PORCHLIGHT_WAKE", "x",
                "PORCHLIGHT_WORKERS_LOST", "-1",
                "PORCHLIGHT_START", "../../etc")));
  }
}
