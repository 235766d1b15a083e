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
import org.junit.jupiter.api.Test;
import porchlight.daemon.Wake;
import porchlight.json.Identity;
import porchlight.json.Totals;
import porchlight.uplink.Canned;
import porchlight.uplink.CentralPolicy;
import porchlight.uplink.Enrolment;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;

/** Whole cycles of a laptop that becomes another, moves, is asked to wait, or has much to tell. */
class MovesTest extends LaptopAndCentral {

  private void cycle() {
    laptop.cycle(central);
    clock.pass(CADENCE);
  }

  private Identity identity() throws IOException {
    return Enrolment.current(new StateFolder(laptop.state())).orElseThrow().identity();
  }

  private long asked(String path) {
    return central.taken().stream().filter(request -> request.path().equals(path)).count();
  }

  private static String policy(int revision) {
    return "{\"organisation\": \"Acme Dental\", \"revision\": %d, \"policy\": {\"revision\": %d,"
            .formatted(revision, revision)
        + " \"rules\": [{\"check\": \"clock\", \"severity\": \"low\"}]}}";
  }

  private int inForce() throws IOException {
    return CentralPolicy.held(laptop.state()).map(held -> held.policy().revision()).orElse(0);
  }

  @Test
  void a_policy_and_the_newest_revision_outlive_every_copy_of_the_disk() throws IOException {
    enrolled();
    central.policies.have(policy(7));
    cycle();
    assertEquals(7, inForce());
    for (int i = 0; i < 3; i++) {
      central.say(Canned.problem(409, "cloned"));
      cycle();
      assertEquals(7, inForce(), "after copy " + i);
    }
    central.policies.have(policy(6));
    cycle();
    assertEquals(7, inForce());
    assertTrue(laptop.status().judged().keptOut().orElseThrow().contains("not after 7"));
    Files.delete(laptop.state().resolve("policy.json"));
    cycle();
    assertEquals(0, inForce(), "an older one is not taken because the newer one was lost");
    assertEquals(7, identity().trusted().floor());
  }

  @Test
  void a_policy_of_a_new_key_is_taken_by_the_signature_of_the_one_before_and_pins_it()
      throws IOException {
    enrolled();
    String next = central.policies.otherKey();
    central.policies.haveByAll(
        policy(8)
            .replace(
                "\"revision\": 8, \"policy\"",
                "\"revision\": 8, \"keys\": [" + next + "], \"policy\""));
    cycle();
    assertEquals(8, inForce());
    assertEquals(List.of(central.policies.jwk()), identity().policyKeys());
    central.policies.have(policy(9));
    cycle();
    assertEquals(9, inForce());
  }

  @Test
  void what_was_lost_and_not_told_is_told_by_the_device_that_it_becomes() throws IOException {
    enrolled();
    central.say(new Canned(500, "", Map.of()));
    laptop.cycle(central);
    clock.pass(Duration.ofDays(8));
    central.say(new Canned(500, "", Map.of()));
    laptop.cycle(central);
    assertEquals(1, laptop.progress().tally().all().dropped());
    clock.pass(Duration.ofHours(1));
    central.say(Canned.problem(409, "cloned"));
    cycle();
    assertEquals(1, laptop.progress().tally().all().dropped());
    cycle();
    String said = central.taken().get(central.taken().size() - 1).text();
    assertTrue(said.contains("\"dropped\":{"), said);
    assertFalse(laptop.progress().tally().untold());
  }

  @Test
  void who_waits_to_be_let_in_elsewhere_reports_here_until_then() throws IOException {
    enrolled();
    try (var other = new TestCentral(clock::instant)) {
      other.approvalMissing = true;
      laptop.seeded();
      for (int i = 0; i < 5; i++) {
        laptop.cycle(other.url());
        clock.pass(Duration.ofMinutes(16));
        assertEquals(central.url(), identity().server());
      }
      assertEquals(6, central.storedReports().size(), "one a turn");
      assertEquals(5, other.taken().size());
      other.approvalMissing = false;
      laptop.cycle(other.url());
      assertEquals(other.url(), identity().server());
      assertEquals(6, central.storedReports().size());
      assertEquals(1, other.storedReports().size());
      assertEquals(List.of(), other.faults());
    }
  }

  @Test
  void a_token_file_that_holds_none_silences_nobody() throws IOException {
    laptop = new Laptop(folder, clock);
    Files.writeString(laptop.token(), "two words");
    cycle();
    assertFalse(laptop.status().enrolled());
    assertTrue(laptop.status().troubles().get(0).contains("no enrolment token in"));
    clock.pass(Duration.ofHours(1));
    laptop.seeded();
    cycle();
    Files.writeString(laptop.token(), "two words");
    try (var other = new TestCentral(clock::instant)) {
      laptop.cycle(other.url());
      assertEquals(List.of(), other.taken());
    }
    assertEquals(2, central.storedReports().size());
  }

  @Test
  void a_key_that_was_offered_to_one_central_is_not_offered_to_another() throws IOException {
    enrolled();
    central.rotateKey = true;
    central.muteAfter(1, 1);
    cycle();
    Path offered = laptop.state().resolve("device.key.rotate");
    assertTrue(Files.exists(offered));
    try (var other = new TestCentral(clock::instant)) {
      laptop.seeded();
      laptop.cycle(other.url());
      assertFalse(Files.exists(offered));
      assertEquals(List.of(), other.faults());
    }
  }

  @Test
  void a_wait_that_central_asks_for_holds_wherever_it_was_asked() throws IOException {
    laptop = new Laptop(folder, clock).seeded();
    central.approvalMissing = true;
    central.say(
        new Canned(
            202, "{\"pending\": true, \"nextReportSeconds\": 900}", Map.of("Retry-After", "5000")));
    cycle();
    cycle();
    assertEquals(1, asked("/v1/enroll"));
    clock.pass(Duration.ofSeconds(5000));
    central.approvalMissing = false;
    cycle();
    assertEquals(2, asked("/v1/enroll"));

    central.policies.have(policy(7));
    var receipt = central.taken().size();
    central.rotateKey = true;
    cycle();
    assertEquals(7, inForce());
    assertEquals(1, asked("/v1/key"));
    assertTrue(central.taken().size() > receipt);
    central.rotateKey = false;
    cycle();

    central.policies.have(policy(8));
    wait("/v1/policy", false);
    assertEquals(8, inForce());
    central.rotateKey = true;
    wait("/v1/key", true);
    central.rotateKey = false;
    cycle();
  }

  /** Central asks for 5000 s at that path, whatever else it answers. */
  private void wait(String path, boolean key) throws IOException {
    central.sayAt(path, Canned.problem(429, "slow-down").with("Retry-After", "5000"));
    long before = asked(path);
    cycle();
    int all = central.taken().size();
    assertEquals(before + 1, asked(path));
    cycle();
    cycle();
    assertEquals(all, central.taken().size(), "nothing is asked in those 5000 s");
    clock.pass(Duration.ofSeconds(5000));
    cycle();
    assertEquals(before + 2, asked(path));
    assertEquals(key, central.rotateKey);
  }

  @Test
  void a_fetch_that_fails_is_tried_less_and_less_and_reports_go_on() throws IOException {
    enrolled();
    central.policies.have(policy(7));
    laptop.wake = Wake.SCHEDULE;
    for (int i = 0; i < 16; i++) {
      central.sayAt("/v1/policy", new Canned(500, "", Map.of()));
      laptop.cycle(central);
      clock.pass(Duration.ofMinutes(5));
    }
    assertEquals(17, central.storedReports().size());
    assertTrue(asked("/v1/policy") < 12, asked("/v1/policy") + " times");
  }

  @Test
  void where_central_has_room_what_waits_goes_in_bulk() throws IOException {
    enrolled();
    laptop.wake = Wake.SCHEDULE;
    for (int i = 0; i < 60; i++) {
      central.say(new Canned(500, "", Map.of()));
      laptop.cycle(central);
      clock.pass(Duration.ofMinutes(45));
    }
    assertEquals(60, laptop.status().waiting());
    laptop.cycle(central);
    assertEquals(59, laptop.status().waiting(), "unasked, the news and one that waited");
    assertEquals(
        Optional.of("60"),
        Optional.ofNullable(
            central.taken().get(central.taken().size() - 2).headers().get("porchlight-waiting")));
    central.more = 40;
    clock.pass(CADENCE);
    laptop.cycle(central);
    assertEquals(19, laptop.status().waiting());
    clock.pass(CADENCE);
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
    assertEquals(Totals.NONE.dropped(), laptop.progress().tally().all().dropped());
    clock.pass(CADENCE);
    laptop.cycle(central);
    var quiet = central.taken().get(central.taken().size() - 1);
    assertFalse(quiet.headers().containsKey("porchlight-waiting"), "no byte for nothing");
    assertNotEquals(0, central.numbers(identity().device()).size());
  }
}
