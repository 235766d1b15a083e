package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.Progress;
import porchlight.json.Totals;
import porchlight.uplink.Courier.End;

/** When a courier stops, what then still waits, and when it may go again. */
class CourierWaitsTest extends CouriersRound {
  @Test
  void a_failure_stops_the_run_and_keeps_what_waits() throws IOException {
    spooled(1, 2, 3);
    answers.put(id(2), new Delivery.Unreachable("no route"));
    assertEquals(End.LATER, deliver());
    assertEquals(List.of(2L, 1L), waiting());
    var sending = kept.sending();
    assertEquals(1, sending.failures());
    assertTrue(sending.ordered().isEmpty() && sending.notBefore().isPresent());
    assertEquals(Optional.of(NOON), sending.lastAccepted(), "one was accepted before");
    assertEquals(Totals.FAILURE, kept.tally().all());
  }

  @Test
  void centrals_own_wait_is_kept_when_it_is_longer() throws IOException {
    spooled(1);
    answers.put(id(1), new Delivery.Later(Duration.ofHours(1), "429 slow-down"));
    deliver();
    assertEquals(Optional.of(NOON.plusSeconds(3600)), progress.sending().notBefore());
    assertEquals(Optional.of(NOON.plusSeconds(3600)), progress.sending().ordered());
    for (int i = 0; i < 9; i++) {
      answers.put(id(1), new Delivery.Later(Duration.ofSeconds(1), "429 slow-down"));
      deliver();
    }
    assertTrue(progress.sending().notBefore().orElseThrow().isAfter(NOON.plusSeconds(899)));
  }

  @Test
  void a_dismissed_device_stops_and_keeps_its_reports() throws IOException {
    spooled(1, 2);
    answers.put(id(2), new Delivery.Dismissed("403 revoked"));
    deliver();
    assertEquals(Optional.of("403 revoked"), kept.sending().stopped());
    assertEquals(1, sent.size());
    assertFalse(Courier.mayGo(kept, NOON, true));
  }

  @Test
  void a_central_that_never_likes_a_number_is_left_alone() throws IOException {
    spooled(1, 2);
    Uplink picky =
        (id, packed, waiting) -> {
          sent.add(id);
          return new Delivery.Renumber(7, "409 sequence-taken");
        };
    assertEquals(End.LATER, deliver(picky, Optional.empty()));
    assertEquals(3, sent.size());
    assertEquals(List.of(8L, 7L), waiting());
    assertEquals(1, kept.sending().failures());
  }

  @Test
  void a_clone_is_told_so_and_everything_waits() throws IOException {
    spooled(1, 2);
    answers.put(id(2), new Delivery.Cloned("409 cloned"));
    assertEquals(End.CLONED, deliver());
    assertEquals(List.of(2L, 1L), waiting());
  }

  @Test
  void when_the_time_is_up_the_rest_waits_whatever_the_clock_does() throws IOException {
    spooled(1, 2, 3);
    Uplink slow =
        (id, packed, waiting) -> {
          clock.pass(Duration.ofSeconds(30));
          clock.set(Duration.ofDays(-3));
          return new Delivery.Accepted(receipt(id, true, false));
        };
    deliver(slow, Optional.empty());
    assertEquals(List.of(1L), waiting());
  }

  @Test
  void what_is_too_much_for_one_turn_waits_for_the_next_and_changes_go_before_heartbeats()
      throws IOException {
    for (long sequence = 1; sequence <= 5; sequence++) {
      var kind = sequence == 2 ? Spooled.Kind.FULL : Spooled.Kind.UNCHANGED;
      spool().add(new Spooled(sequence, NOON, kind, id(sequence)), "{}");
    }
    Uplink uplink =
        (id, packed, waiting) -> {
          sent.add(id);
          return new Delivery.Accepted(receipt(id, true, false));
        };
    deliver(uplink, Optional.empty(), new Courier.Load(Duration.ofSeconds(45), 4 << 20, 2));
    assertEquals(List.of(id(5), id(2)), sent);
    assertEquals(List.of(4L, 3L, 1L), waiting());
  }

  @Test
  void whether_it_may_go() {
    var own =
        Progress.NONE.sending(
            sending -> sending.failed(NOON, Duration.ofMinutes(10), Duration.ZERO, true));
    var ordered =
        Progress.NONE.sending(
            sending -> sending.failed(NOON, Duration.ofMinutes(30), Duration.ofMinutes(10), true));
    assertTrue(Courier.mayGo(Progress.NONE, NOON, false));
    assertFalse(Courier.mayGo(own, NOON, false));
    assertTrue(Courier.mayGo(own, NOON, true), "on another network it is worth a try");
    assertFalse(Courier.mayGo(ordered, NOON, true), "central's word holds on any network");
    assertTrue(
        Courier.mayGo(ordered, NOON.plusSeconds(600), true), "but not for longer than it said");
    assertFalse(Courier.mayGo(ordered, NOON.plusSeconds(600), false), "our own wait goes on here");
  }
}
