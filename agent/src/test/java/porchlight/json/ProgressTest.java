package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID BOOT = UUID.fromString("77777777-5d0f-4a57-9d63-1f0a2b3c4d5e");
  private static final UUID REPORT = UUID.fromString("88888888-5d0f-4a57-9d63-1f0a2b3c4d5e");

  @Test
  void what_is_written_is_read_again() {
    var full = new LastFull("sha256:x", REPORT, 41, AT, "sha256:y", true);
    var counted = new Counted(AT, AT, Optional.of(BOOT), Optional.of(Duration.ofMillis(5)));
    var stamp = new PolicyStamp(7, "sha256:" + "a".repeat(43));
    for (Progress progress :
        List.of(
            Progress.NONE,
            Progress.NONE.of(BOOT).asked(asked -> asked.enrolled(60, Optional.of(stamp))),
            Progress.NONE.with(full).with(counted),
            Progress.NONE.with(new SkewNote(Duration.ofMillis(-7), counted)),
            Progress.NONE.sending(sending ->
                sending
                    .failed(AT, Duration.ofSeconds(9), Duration.ofSeconds(5), true)
                    .failed(AT.plusSeconds(60), Duration.ofSeconds(9), Duration.ZERO, true)),
            Progress.NONE.sending(sending -> sending.pending(AT, Duration.ofSeconds(9))),
            Progress.NONE.sending(sending -> sending.stopped("403 revoked", Optional.of(AT))),
            Progress.NONE.sending(sending -> sending.succeeded(AT, AT)),
            Progress.NONE.tally(
                tally -> tally.losing(List.of("x"), new Totals(1, 2, 3, 4, 5)).toldBy(REPORT)),
            Progress.NONE.refused(
                Optional.of(new PolicyRefused(8, stamp.digest(), "why", "0.1.0"))))) {
      assertEquals(progress, Progress.of(progress.text()));
    }
  }

  @Test
  void what_is_damaged_is_as_if_it_had_not_been() {
    for (String damaged :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "\0\0\0\0",
            "{\"lastFull\": {\"digest\": 7}, \"sending\": {\"notBefore\": \"soon\"}}",
            "{\"device\": \"x\", \"asked\": [], \"tally\": 7, \"counted\": {\"at\": 1}}")) {
      assertEquals(Progress.NONE, Progress.of(damaged));
    }
  }

  @Test
  void what_was_lost_is_untold_until_the_report_that_says_it_is_heard() {
    var lost = Tally.NONE.losing(List.of("x"), new Totals(1, 0, 0, 0, 0));
    assertTrue(lost.untold());
    var said = lost.toldBy(REPORT).plus(Totals.FAILURE);
    assertTrue(said.heard(BOOT).untold(), "another report");
    var heard = said.heard(REPORT);
    assertTrue(heard.untold(), "one more was counted since");
    assertEquals(new Totals(1, 0, 0, 0, 0), heard.told());
    assertFalse(heard.toldBy(BOOT).heard(BOOT).untold());
  }

  @Test
  void counted_time_grows_by_what_has_passed_since_the_start_whatever_the_clock_does() {
    var boot = Optional.of(BOOT);
    var begun = new Counted(AT, AT, boot, Optional.of(Duration.ofMinutes(10)));
    for (Duration jump :
        List.of(Duration.ZERO, Duration.ofDays(400), Duration.ofDays(-400), Duration.ofHours(1))) {
      var then =
          begun.then(AT.plus(jump).plusSeconds(900), boot, Optional.of(Duration.ofMinutes(25)));
      assertEquals(AT.plusSeconds(900), then.at(), jump.toString());
    }
  }

  @Test
  void over_a_restart_it_grows_by_the_clock_a_day_at_most_and_never_back() {
    var begun = new Counted(AT, AT, Optional.of(BOOT), Optional.of(Duration.ofMinutes(10)));
    var other = Optional.of(REPORT);
    long[][] table = {{60, 60}, {-86_400, 0}, {86_400, 86_400}, {40_000_000, 86_400}};
    for (long[] row : table) {
      var then = begun.then(AT.plusSeconds(row[0]), other, Optional.of(Duration.ofSeconds(9)));
      assertEquals(AT.plusSeconds(row[1]), then.at());
      assertEquals(
          AT.plusSeconds(row[1]),
          begun.then(AT.plusSeconds(row[0]), Optional.empty(), Optional.empty()).at());
    }
  }

  @Test
  void a_clock_that_was_set_since_is_not_held_against_the_laptop() {
    var boot = Optional.of(BOOT);
    var when = new Counted(AT, AT, boot, Optional.of(Duration.ofMinutes(10)));
    var note = new SkewNote(Duration.ofHours(26), when);
    var later = Optional.of(Duration.ofMinutes(25));
    assertEquals(
        Optional.of(Duration.ofHours(26)),
        note.at(Counted.first(AT.plusSeconds(900), boot, later)));
    assertEquals(
        Optional.of(Duration.ZERO),
        note.at(Counted.first(AT.plusSeconds(900).plus(Duration.ofHours(26)), boot, later)));
    assertEquals(
        Optional.empty(), note.at(Counted.first(AT.plusSeconds(900), Optional.of(REPORT), later)));
    assertEquals(
        Optional.empty(), note.at(Counted.first(AT.plusSeconds(900), boot, Optional.empty())));
  }

  @Test
  void only_time_awake_and_with_a_network_counts_as_unheard() {
    var first =
        Sending.NONE
            .succeeded(AT, AT)
            .failed(AT.plusSeconds(900), Duration.ZERO, Duration.ZERO, true);
    assertEquals(Duration.ofMinutes(15), first.unheard());
    var offline = first.failed(AT.plusSeconds(1800), Duration.ZERO, Duration.ZERO, false);
    assertEquals(Duration.ofMinutes(15), offline.unheard());
    var slept = offline.failed(AT.plus(Duration.ofHours(15)), Duration.ZERO, Duration.ZERO, true);
    assertEquals(Duration.ofMinutes(15).plusHours(1), slept.unheard());
    assertEquals(Duration.ZERO, slept.succeeded(AT, AT).unheard());
  }
}
