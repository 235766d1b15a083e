package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;

class CourierTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Fixed clock = new Fixed(NOON);
  private final List<String> troubles = new ArrayList<>();
  private final List<UUID> sent = new ArrayList<>();
  private static final Courier.Load LOAD = new Courier.Load(Duration.ofSeconds(45), 100);

  private final Map<UUID, Delivery> answers = new HashMap<>();
  @TempDir Path folder;

  private Spool spool() throws IOException {
    return new Spool(new StateFolder(folder), Spool.Bounds.USUAL, troubles::add);
  }

  private static UUID id(long sequence) {
    return new UUID(0x4000, 0x8000_0000_0000_0000L + sequence);
  }

  private void spooled(long... sequences) throws IOException {
    for (long sequence : sequences) {
      spool().add(new Spooled(sequence, NOON, true, id(sequence)), "{}");
    }
  }

  private List<Long> waiting() throws IOException {
    return spool().newestFirst().stream().map(Spooled::sequence).toList();
  }

  private Progress deliver(Progress before) throws IOException {
    Uplink uplink =
        (id, packed) -> {
          sent.add(id);
          return answers.getOrDefault(id, new Delivery.Accepted(new Receipt(id, true, false, 600)));
        };
    return new Courier(spool(), uplink, clock.outside(), LOAD, troubles::add).deliver(before);
  }

  @Test
  void the_news_goes_first_and_then_what_waited() throws IOException {
    spooled(1, 2, 3);
    var after = deliver(Progress.NONE.failed(NOON, false));
    assertEquals(List.of(id(3), id(2), id(1)), sent);
    assertEquals(List.of(), waiting());
    assertEquals(0, after.failures());
    assertEquals(Optional.of(600), after.reportSeconds());
    assertEquals(Optional.of(NOON), after.lastAccepted());
  }

  @Test
  void a_refused_report_is_set_aside_and_the_others_go_on() throws IOException {
    spooled(1, 2, 3);
    answers.put(id(2), new Delivery.Refused("422 invalid"));
    deliver(Progress.NONE);
    assertEquals(3, sent.size());
    assertEquals(List.of(), waiting());
    assertEquals(1, spool().setAside());
    assertTrue(troubles.contains("central refused report 2: 422 invalid"), troubles.toString());
  }

  @Test
  void a_failure_stops_the_run_and_keeps_what_waits() throws IOException {
    spooled(1, 2, 3);
    answers.put(id(2), new Delivery.Unreachable("no route"));
    var after = deliver(Progress.NONE);
    assertEquals(List.of(2L, 1L), waiting());
    assertEquals(1, after.failures());
    assertTrue(!after.ordered() && after.notBefore().isPresent());
    assertEquals(Optional.of(NOON), after.lastAccepted(), "one was accepted before");
  }

  @Test
  void centrals_own_wait_is_kept_when_it_is_longer() throws IOException {
    spooled(1);
    answers.put(id(1), new Delivery.Later(Duration.ofHours(1), "429 slow-down"));
    var after = deliver(Progress.NONE);
    assertEquals(Optional.of(NOON.plusSeconds(3600)), after.notBefore());
    assertTrue(after.ordered());
    answers.put(id(1), new Delivery.Later(Duration.ofSeconds(1), "429 slow-down"));
    var longer =
        deliver(
            new Progress(
                Optional.empty(),
                9,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                Optional.empty()));
    assertTrue(longer.notBefore().orElseThrow().isAfter(NOON.plusSeconds(899)));
  }

  @Test
  void a_dismissed_device_stops_and_keeps_its_reports() throws IOException {
    spooled(1, 2);
    answers.put(id(2), new Delivery.Dismissed("403 revoked"));
    var after = deliver(Progress.NONE);
    assertEquals(Optional.of("403 revoked"), after.stopped());
    assertEquals(1, sent.size());
    assertFalse(Courier.mayGo(after, NOON, true));
  }

  @Test
  void a_full_report_may_be_named_once_central_has_it() throws IOException {
    spooled(1, 2);
    var full = new Progress.LastFull("sha256:x", 1, NOON, false);
    answers.put(id(1), new Delivery.Duplicate(new Receipt(id(1), false, false, 600)));
    assertTrue(deliver(Progress.NONE.with(full)).lastFull().orElseThrow().accepted());
    spooled(3);
    assertFalse(deliver(Progress.NONE.with(full)).lastFull().orElseThrow().accepted());
  }

  @Test
  void a_full_report_that_anyone_asked_for_in_the_run_is_remembered() throws IOException {
    spooled(1, 2);
    answers.put(id(2), new Delivery.Accepted(new Receipt(id(2), true, true, 600)));
    assertTrue(deliver(Progress.NONE).fullWanted());
    spooled(3);
    assertFalse(deliver(Progress.NONE.succeeded(NOON, 600, true)).fullWanted());
  }

  @Test
  void when_the_time_is_up_the_rest_waits_for_the_next_cycle() throws IOException {
    spooled(1, 2, 3);
    Uplink slow =
        (id, packed) -> {
          clock.pass(Duration.ofSeconds(30));
          return new Delivery.Accepted(new Receipt(id, true, false, 600));
        };
    new Courier(spool(), slow, clock.outside(), LOAD, troubles::add).deliver(Progress.NONE);
    assertEquals(List.of(1L), waiting());
  }

  @Test
  void what_is_too_much_for_one_turn_waits_for_the_next_and_changes_go_before_heartbeats()
      throws IOException {
    for (long sequence = 1; sequence <= 5; sequence++) {
      spool().add(new Spooled(sequence, NOON, sequence == 2, id(sequence)), "{}");
    }
    Uplink uplink =
        (id, packed) -> {
          sent.add(id);
          return new Delivery.Accepted(new Receipt(id, true, false, 600));
        };
    var few = new Courier.Load(Duration.ofSeconds(45), 2);
    new Courier(spool(), uplink, clock.outside(), few, troubles::add).deliver(Progress.NONE);
    assertEquals(List.of(id(5), id(2)), sent);
    assertEquals(List.of(4L, 3L, 1L), waiting());
  }

  @Test
  void whether_it_may_go() {
    var own = Progress.NONE.failed(NOON.plusSeconds(600), false);
    var ordered = Progress.NONE.failed(NOON.plusSeconds(600), true);
    assertTrue(Courier.mayGo(Progress.NONE, NOON, false));
    assertFalse(Courier.mayGo(own, NOON, false));
    assertTrue(Courier.mayGo(own, NOON, true), "on another network it is worth a try");
    assertFalse(Courier.mayGo(ordered, NOON, true), "central's word holds on any network");
    assertTrue(Courier.mayGo(ordered, NOON.plusSeconds(600), false));
    assertTrue(
        Courier.mayGo(Progress.NONE.failed(NOON.plus(Duration.ofDays(900)), true), NOON, false),
        "the clock was set back");
  }
}
