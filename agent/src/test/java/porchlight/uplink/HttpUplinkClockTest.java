package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.Samples;

class HttpUplinkClockTest extends UplinkToTestCentral {
  @Test
  void a_wrong_clock_is_put_right_by_central_once() {
    centralsClock.pass(Duration.ofDays(-400));
    assertInstanceOf(Delivery.Accepted.class, send(1));
    assertEquals(2, central.taken().size());
  }

  @Test
  void how_far_the_clock_is_off_is_learnt_from_any_answer_and_used_at_once_the_next_time() {
    centralsClock.pass(Duration.ofHours(26));
    var skew = new Skew(Optional.of(Duration.ofDays(2))); // as the last answer said
    for (int i = 1; i <= 3; i++) {
      try (var uplink =
          new HttpUplink(
              central.url(),
              key,
              Seal.NONE,
              clock.outside(),
              skew,
              Copies.NONE,
              Duration.ofSeconds(2))) {
        assertInstanceOf(Delivery.Accepted.class, uplink.report(id(i), packed(Samples.full(i)), 0));
      }
      assertEquals(26, skew.measured().orElseThrow().plusMinutes(1).toHours());
    }
    assertEquals(4, central.taken().size(), "only the first was told that its clock is wrong");
  }

  @Test
  void the_way_there_is_half_of_the_way_there_and_back() {
    var skew = new Skew(Optional.empty());
    var noon = clock.instant();
    skew.learn(noon.plusSeconds(100), noon.plusSeconds(4), Duration.ofSeconds(8));
    assertEquals(Optional.of(Duration.ofSeconds(100)), skew.measured());
  }

  @Test
  void a_clock_that_cannot_be_put_right_is_asked_about_twice_at_most() {
    var wrong =
        new Canned(
            401,
            "{\"status\": 401, \"code\": \"clock\", \"serverTime\": \"2020-01-01T00:00:00Z\"}",
            Map.of());
    assertInstanceOf(Delivery.Later.class, sendTold(wrong, wrong, wrong));
    assertEquals(2, central.taken().size());
    assertInstanceOf(Delivery.Later.class, sendTold(wrong));
  }

  @Test
  void a_clock_answer_without_a_time_is_not_tried_again() {
    assertInstanceOf(Delivery.Later.class, sendTold(Canned.problem(401, "clock")));
    assertEquals(1, central.taken().size());
  }
}
