package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.LastFull;
import porchlight.json.Samples;
import porchlight.json.Totals;
import porchlight.uplink.Courier.End;

/** What a courier delivers, and what it counts and remembers of it. */
class CourierTest extends CouriersRound {
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
}
