package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.LastFull;
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;
import porchlight.json.Samples;
import porchlight.json.Totals;
import porchlight.uplink.Courier.End;

class CourierTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Courier.Load LOAD = new Courier.Load(Duration.ofSeconds(45), 4 << 20, 100);

  private final Fixed clock = new Fixed(NOON);
  private final List<String> troubles = new ArrayList<>();
  private final List<UUID> sent = new ArrayList<>();
  private final Map<UUID, Delivery> answers = new HashMap<>();
  private Progress progress = Progress.NONE.of(Samples.DEVICE);
  private Progress kept = progress;
  private boolean held;
  @TempDir Path folder;

  private final Notes notes =
      new Notes() {
        @Override
        public Progress progress() {
          return progress;
        }

        @Override
        public void note(Progress now) {
          progress = now;
        }

        @Override
        public void keep(Progress now) {
          progress = now;
          kept = now;
        }

        @Override
        public void trouble(String line) {
          troubles.add(line);
        }
      };

  private Spool spool() throws IOException {
    return new Spool(new StateFolder(folder), Spool.Bounds.USUAL, troubles::add);
  }

  private static UUID id(long sequence) {
    return Samples.report(sequence, Samples.cafe()).id();
  }

  private static Spooled report(long sequence) {
    return new Spooled(sequence, NOON, Spooled.Kind.FULL, id(sequence));
  }

  private void spooled(long... sequences) throws IOException {
    for (long sequence : sequences) {
      spool().add(report(sequence), Samples.full(sequence));
    }
  }

  private List<Long> waiting() throws IOException {
    return spool().newestFirst().stream().map(Spooled::sequence).toList();
  }

  private static Receipt receipt(UUID id, boolean stored, boolean fullWanted) {
    return new Receipt(id, stored, fullWanted, 600, false, 0, Optional.empty());
  }

  private End deliver() throws IOException {
    return deliver(Optional.empty());
  }

  private End deliver(Optional<Unkept> unkept) throws IOException {
    return deliver(
        (id, packed, waiting) -> {
          sent.add(id);
          var answer = Optional.ofNullable(answers.remove(id));
          return answer.orElse(new Delivery.Accepted(receipt(id, true, false)));
        },
        unkept);
  }

  private End deliver(Uplink uplink, Optional<Unkept> unkept) throws IOException {
    return deliver(uplink, unkept, LOAD);
  }

  private End deliver(Uplink uplink, Optional<Unkept> unkept, Courier.Load load)
      throws IOException {
    var numbers = new Sequence(folder.resolve("sequence"), Samples.DEVICE);
    var courier = new Courier(spool(), numbers, uplink, clock.outside(), notes);
    End end = courier.deliver(new Courier.Trip(NOON, load, true), unkept);
    held = courier.holds();
    return end;
  }

  @Test
  void the_news_goes_first_and_then_what_waited() throws IOException {
    spooled(1, 2, 3);
    progress =
        progress.sending(sending -> sending.failed(NOON, Duration.ZERO, Duration.ZERO, true));
    assertEquals(End.DONE, deliver());
    assertEquals(List.of(id(3), id(2), id(1)), sent);
    assertEquals(List.of(), waiting());
    assertEquals(0, progress.sending().failures());
    assertEquals(Optional.of(600), progress.asked().reportSeconds());
    assertEquals(Optional.of(NOON), progress.sending().lastAccepted());
  }

  @Test
  void a_refused_report_is_set_aside_counted_before_and_the_others_go_on() throws IOException {
    spooled(1, 2, 3);
    answers.put(id(2), new Delivery.Refused("422 invalid"));
    deliver();
    assertEquals(3, sent.size());
    assertEquals(List.of(), waiting());
    assertEquals(1, spool().setAside());
    assertTrue(troubles.contains("central refused report 2: 422 invalid"), troubles.toString());
    assertEquals(Totals.REFUSED, kept.tally().all());
    assertEquals(List.of(report(2).name()), kept.tally().leaving());
  }

  @Test
  void a_damaged_report_is_counted_as_dropped_and_holds_up_nothing() throws IOException {
    spooled(1, 2, 3);
    Files.writeString(folder.resolve("spool").resolve(report(2).name()), "half a");
    assertEquals(End.DONE, deliver());
    assertEquals(List.of(id(3), id(1)), sent);
    assertEquals(new Totals(0, 1, 0, 0, 0), kept.tally().all());
    assertEquals(1, spool().setAside());
  }

  @Test
  void what_could_not_be_set_aside_is_counted_once_and_not_sent_again() throws IOException {
    spooled(1);
    progress = progress.tally(tally -> tally.losing(List.of(report(1).name()), Totals.REFUSED));
    deliver();
    assertEquals(List.of(), sent);
    assertEquals(Totals.REFUSED, progress.tally().all());
  }

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
  void numbers_that_are_taken_are_given_anew_to_all_that_waits_and_it_goes_on() throws IOException {
    spooled(1, 2, 3);
    answers.put(id(3), new Delivery.Renumber(100, "409 sequence-taken"));
    assertEquals(End.DONE, deliver());
    assertEquals(List.of(id(3), id(3), id(2), id(1)), sent);
    assertEquals(List.of(), waiting());
    assertEquals(Totals.NONE, kept.tally().all(), "nothing is lost");
    assertEquals(103, new Sequence(folder.resolve("sequence"), Samples.DEVICE).after(0));
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
  void what_the_disk_had_no_room_for_goes_first_or_is_still_held() throws IOException {
    spooled(1);
    var unkept = new Unkept(report(2), Samples.full(2));
    answers.put(id(2), new Delivery.Renumber(50, "409 sequence-taken"));
    assertEquals(End.DONE, deliver(Optional.of(unkept)));
    assertEquals(List.of(id(2), id(2), id(1)), sent);
    assertEquals(Totals.NONE, progress.tally().all());
    answers.put(id(2), new Delivery.Unreachable("no route"));
    assertEquals(End.LATER, deliver(Optional.of(unkept)));
    assertEquals(Totals.FAILURE, kept.tally().all(), "who made it says that it is lost");
    assertTrue(held);
  }

  @Test
  void a_full_report_may_be_named_once_central_has_it() throws IOException {
    spooled(1, 2);
    var full = new LastFull("sha256:x", id(1), 1, NOON, "", false);
    progress = progress.with(full);
    answers.put(id(1), new Delivery.Duplicate(receipt(id(1), false, false)));
    deliver();
    assertTrue(progress.lastFull().orElseThrow().accepted());
    spooled(3);
    progress = progress.with(full);
    deliver();
    assertFalse(progress.lastFull().orElseThrow().accepted());
  }

  @Test
  void what_an_accepted_report_said_was_lost_is_told() throws IOException {
    spooled(1);
    progress = progress.tally(tally -> tally.plus(Totals.REFUSED).toldBy(id(1)));
    deliver();
    assertFalse(progress.tally().untold());
  }

  @Test
  void a_full_report_that_anyone_asked_for_in_the_run_is_remembered() throws IOException {
    spooled(1, 2);
    answers.put(id(2), new Delivery.Accepted(receipt(id(2), true, true)));
    deliver();
    assertTrue(progress.asked().fullWanted());
    spooled(3);
    deliver();
    assertFalse(progress.asked().fullWanted());
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
