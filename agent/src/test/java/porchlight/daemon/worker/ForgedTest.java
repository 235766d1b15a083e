package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import porchlight.json.Identity;
import porchlight.json.Totals;
import porchlight.uplink.Canned;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment;
import porchlight.uplink.StateFolder;

/** Whole cycles where somebody on the way reads along and answers in central's place. */
class ForgedTest extends LaptopAndCentral {
  private static final String STRANGER = "11111111-2222-4333-8444-555555555555";

  private void pass() {
    clock.pass(CADENCE);
  }

  private Identity identity() throws IOException {
    return Enrolment.current(new StateFolder(laptop.state())).orElseThrow().identity();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** An answer that changes nothing but that something waits, until central answers again. */
  private void changesNothing(Canned forged) throws IOException {
    var before = identity();
    var numbers = central.numbers(before.device());
    int asked = central.taken().size();
    central.say(forged.forged());
    laptop.cycle(central);
    assertEquals(asked + 1, central.taken().size(), "nothing more is asked in that cycle");
    assertEquals(before, identity());
    assertEquals(Optional.empty(), laptop.status().stopped());
    assertEquals(1, laptop.status().waiting());
    assertEquals(0, laptop.status().refused());
    pass();
    laptop.cycle(central);
    pass();
    assertEquals(0, laptop.status().waiting());
    assertEquals(upTo(numbers.size() + 2), central.numbers(before.device()));
  }

  private static Canned taken(long next) {
    return new Canned(
        409,
        "{\"status\": 409, \"code\": \"sequence-taken\", \"nextSequence\": " + next + "}",
        Map.of());
  }

  @Test
  void what_only_central_may_say_changes_nothing_when_another_says_it() throws IOException {
    enrolled();
    changesNothing(Canned.problem(409, "cloned"));
    changesNothing(Canned.problem(403, "revoked"));
    changesNothing(Canned.problem(410, "retired"));
    changesNothing(taken(900_000));
    changesNothing(Canned.problem(422, "invalid"));
    changesNothing(Canned.problem(413, "too-large"));
    changesNothing(Canned.problem(400, "malformed"));
    changesNothing(Canned.problem(401, "unknown-key"));
  }

  @Test
  void a_report_that_something_on_the_way_dislikes_holds_up_no_other() throws IOException {
    enrolled();
    central.say(new Canned(500, "", Map.of()), new Canned(500, "", Map.of()));
    for (int i = 0; i < 2; i++) {
      laptop.cycle(central);
      clock.pass(Duration.ofHours(1));
    }
    central.say(Canned.problem(413, "").forged());
    laptop.cycle(central);
    assertEquals(1, laptop.status().waiting(), "the two others went");
    assertEquals(Totals.NONE.refused(), laptop.progress().tally().all().refused());
    clock.pass(Duration.ofHours(1));
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
    assertEquals(upTo(5), central.numbers(identity().device()));
  }

  @Test
  void a_fork_keeps_what_was_pinned_whatever_the_answer_says() throws IOException {
    enrolled();
    var before = identity();
    central.say(Canned.problem(409, "cloned"), another());
    laptop.cycle(central);
    var after = identity();
    assertEquals(UUID.fromString(STRANGER), after.device());
    assertEquals(before.organisation(), after.organisation());
    assertEquals(before.trusted(), after.trusted());
    assertEquals(before.server(), after.server());
  }

  /** An enrolment of somebody else's: sealed, for once. */
  private static Canned another() {
    return new Canned(
        201,
        "{\"device\": \""
            + STRANGER
            + "\", \"organisation\": \"Evil Corp\", \"nextReportSeconds\": 60,"
            + " \"policyKeys\": []}",
        Map.of());
  }

  @Test
  void a_forged_enrolment_of_a_clone_is_none() throws IOException {
    enrolled();
    var before = identity();
    central.say(Canned.problem(409, "cloned"), another().forged());
    laptop.cycle(central);
    assertEquals(before, identity());
    pass();
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
  }

  @Test
  void who_became_another_that_central_does_not_know_goes_back_with_all_that_waits()
      throws IOException {
    enrolled();
    var before = identity();
    // As an older central would be heard, whose answers nobody can tell from others'.
    Path file = laptop.state().resolve("identity.json");
    Durable.write(file, Files.readString(file).replace("\"seals\": true", "\"seals\": false"));
    assertFalse(identity().trusted().seals());
    central.say(Canned.problem(409, "cloned"), another());
    laptop.cycle(central);
    assertEquals(UUID.fromString(STRANGER), identity().device());
    pass();
    laptop.cycle(central);
    assertEquals(before.device(), identity().device());
    assertEquals(before.keyId(), identity().keyId());
    pass();
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
    assertEquals(upTo(4), central.numbers(before.device()));
    assertFalse(Files.exists(laptop.state().resolve("identity.before.json")));
  }

  @Test
  void a_key_that_central_lost_again_is_given_up_for_the_one_before() throws IOException {
    enrolled();
    String first = identity().keyId();
    central.rotateKey = true;
    laptop.cycle(central);
    central.rotateKey = false;
    String second = identity().keyId();
    assertNotEquals(first, second);
    central.forgetKey(second);
    pass();
    laptop.cycle(central);
    assertEquals(first, identity().keyId());
    assertEquals(upTo(3), central.numbers(identity().device()));
    pass();
    laptop.cycle(central);
    assertEquals(upTo(4), central.numbers(identity().device()));
  }

  @Test
  void a_forged_word_that_the_new_key_is_taken_is_none() throws IOException {
    enrolled();
    String first = identity().keyId();
    central.rotateKey = true;
    central.say(
        central.receipt("x", true, false)); // not an answer to this report: nothing is asked then
    laptop.cycle(central);
    assertEquals(first, identity().keyId());
    central.rotateKey = false;
    assertTrue(laptop.progress().asked().reportSeconds().isPresent());
  }

  @Test
  void a_device_that_nobody_knows_any_more_may_use_a_token() throws IOException {
    enrolled();
    var before = identity();
    central.forgetKey(before.keyId());
    laptop.seeded();
    for (int i = 0; i < 2; i++) {
      laptop.cycle(central);
      clock.pass(Duration.ofHours(1));
      assertEquals(before.device(), identity().device(), "once may be a mistake");
    }
    laptop.cycle(central);
    clock.pass(Duration.ofHours(1));
    laptop.cycle(central);
    assertNotEquals(before.device(), identity().device());
    assertEquals(2, central.tokenUses());
    assertEquals(3, laptop.progress().tally().all().dropped(), "what waited is told to be lost");
    pass();
    laptop.cycle(central);
    String said = central.storedReports().stream().map(Object::toString).toList().toString();
    assertTrue(said.contains("dropped"), said);
  }

  @Test
  void who_was_really_dismissed_goes_on_looking_and_asks_rarely_whether_it_still_holds()
      throws IOException {
    enrolled();
    central.say(Canned.problem(403, "revoked"));
    laptop.cycle(central);
    assertTrue(laptop.status().stopped().isPresent());
    int asked = central.taken().size();
    for (int i = 0; i < 20; i++) {
      clock.pass(Duration.ofHours(1));
      laptop.cycle(central);
    }
    assertEquals(asked, central.taken().size());
    assertEquals(21, laptop.status().waiting(), "it still makes reports");
    clock.pass(Duration.ofHours(29));
    laptop.cycle(central);
    assertEquals(asked + 1, central.taken().size(), "one, and it was taken");
    assertEquals(Optional.empty(), laptop.status().stopped());
    pass();
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
  }
}
