package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Wifi;
import porchlight.json.Sent;
import porchlight.json.Totals;
import porchlight.json.tree.Json;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Fixed;
import porchlight.uplink.SentFolder;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;
import porchlight.uplink.TestCentral.Canned;

/** Whole cycles against a real server, where things do not go their usual way. */
class TalkTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration CADENCE = Duration.ofMinutes(15);

  private final Fixed clock = new Fixed(NOON);
  private final Fixed centrals = new Fixed(NOON);
  private final TestCentral central;
  @TempDir Path folder;

  TalkTest() throws IOException {
    central = new TestCentral(centrals::instant);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  private Laptop laptop() throws IOException {
    return new Laptop(folder, clock).seeded();
  }

  private void pass(Duration time) {
    clock.pass(time);
    centrals.pass(time);
  }

  private Enrolment.Member member(Laptop laptop) throws IOException {
    return Enrolment.current(new StateFolder(laptop.state())).orElseThrow();
  }

  private UUID device(Laptop laptop) throws IOException {
    return member(laptop).identity().device();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void a_person_who_takes_a_week_to_approve_is_asked_again_with_the_same_key() throws IOException {
    central.approvalMissing = true;
    var laptop = laptop();
    for (int i = 0; i < 700; i += 25) {
      laptop.cycle(central);
      assertEquals(
          Optional.of("a person at central has to approve this laptop"),
          laptop.status().talk().notYet());
      pass(CADENCE.multipliedBy(25));
    }
    Set<String> keys = new java.util.HashSet<>();
    central
        .taken()
        .forEach(asked ->
            keys.add(
                asked.headers().getOrDefault("signature-input", "").replaceAll(".*keyid=", "")));
    assertEquals(1, keys.size());
    assertEquals(28, central.taken().size());
    central.approvalMissing = false;
    laptop.cycle(central);
    assertTrue(laptop.status().enrolled());
    assertFalse(Files.exists(laptop.token()));
    assertEquals(1, central.tokenUses());
    assertEquals(Totals.NONE, laptop.progress().tally().all(), "waiting is no failure");
  }

  @Test
  void approval_is_asked_for_no_more_often_than_central_says() throws IOException {
    central.approvalMissing = true;
    var laptop = laptop();
    for (int i = 0; i < 10; i++) {
      laptop.cycle(central);
      pass(Duration.ofMinutes(1));
    }
    assertEquals(1, central.taken().size());
  }

  @Test
  void a_disk_that_was_set_back_gets_numbers_that_are_free_and_loses_nothing() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    laptop.cycle(central);
    Path before = folder.resolve("before");
    copy(laptop.state(), before);
    for (int i = 0; i < 3; i++) {
      pass(CADENCE);
      laptop.cycle(central);
    }
    delete(laptop.state());
    copy(before, laptop.state());
    laptop.boot = UUID.randomUUID();
    central.say(new Canned(500, "", Map.of())); // so that two wait
    pass(CADENCE);
    laptop.cycle(central);
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(upTo(7), central.numbers(device(laptop)));
    assertEquals(0, laptop.status().waiting());
    assertEquals(0, laptop.status().refused());
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(upTo(8), central.numbers(device(laptop)));
  }

  @Test
  void a_copied_disk_becomes_another_device_with_all_that_waited() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    UUID first = device(laptop);
    String key = member(laptop).identity().keyId();
    central.say(new Canned(500, "", Map.of()));
    pass(CADENCE);
    laptop.cycle(central);
    pass(CADENCE);
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    assertNotEquals(first, device(laptop));
    assertNotEquals(key, member(laptop).identity().keyId());
    assertEquals(Optional.of(first), member(laptop).identity().clonedFrom());
    assertEquals(List.of(1L), central.numbers(first));
    assertEquals(upTo(2), central.numbers(device(laptop)));
    assertEquals(0, laptop.status().waiting());
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(upTo(3), central.numbers(device(laptop)));
    assertEquals(1, central.tokenUses());
  }

  @Test
  void a_clone_whose_answer_is_lost_asks_again_and_is_the_same_other_device() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    UUID first = device(laptop);
    central.say(Canned.problem(409, "cloned"), new Canned(503, "", Map.of()));
    laptop.cycle(central);
    assertEquals(first, device(laptop), "until central knows the other one");
    pass(Duration.ofHours(1));
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    assertNotEquals(first, device(laptop));
    assertEquals(2, central.devicesKnown().size());
    assertEquals(upTo(2), central.numbers(device(laptop)));
  }

  @Test
  void a_clone_that_was_cut_short_after_it_had_its_name_finishes_the_move() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    central.say(new Canned(500, "", Map.of()));
    pass(CADENCE);
    laptop.cycle(central);
    byte[] talk = Files.readAllBytes(laptop.state().resolve("delivery.json"));
    Path spool = laptop.state().resolve("spool");
    copy(spool, folder.resolve("spool-before"));
    pass(CADENCE);
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    UUID other = device(laptop);
    // As if the power had gone right after the identity was written.
    Files.write(laptop.state().resolve("delivery.json"), talk);
    copy(folder.resolve("spool-before"), spool);
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(other, device(laptop));
    assertEquals(0, laptop.status().waiting());
    assertEquals(Optional.of(other), laptop.progress().device());
    assertEquals(3, central.numbers(other).size());
    assertEquals(0, laptop.status().refused());
  }

  @Test
  void another_key_is_had_at_centrals_wish_and_the_old_one_is_forgotten() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    String first = member(laptop).identity().keyId();
    central.rotateKey = true;
    laptop.cycle(central);
    central.rotateKey = false;
    String second = member(laptop).identity().keyId();
    assertNotEquals(first, second);
    laptop.cycle(central);
    assertEquals(Set.of(second), central.keysKnown());
    assertFalse(Files.exists(laptop.state().resolve("device.key.rotate")));
  }

  @Test
  void a_key_whose_answer_is_lost_is_offered_again_by_the_old_one() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    String first = member(laptop).identity().keyId();
    central.rotateKey = true;
    laptop.outside = Optional.empty();
    central.muteAfter(1, 1); // the report is answered, the key is not
    laptop.cycle(central);
    assertEquals(first, member(laptop).identity().keyId());
    pass(CADENCE);
    laptop.cycle(central);
    central.rotateKey = false;
    assertNotEquals(first, member(laptop).identity().keyId());
    laptop.cycle(central);
    assertEquals(Set.of(member(laptop).identity().keyId()), central.keysKnown());
  }

  @Test
  void a_key_that_the_identity_names_counts_wherever_the_power_left_it() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    Files.move(laptop.state().resolve("device.key"), laptop.state().resolve("device.key.rotate"));
    laptop.cycle(central);
    assertEquals(upTo(2), central.numbers(device(laptop)));
    assertTrue(Files.exists(laptop.state().resolve("device.key")));
  }

  @Test
  void what_was_dropped_is_said_until_central_has_heard_it() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    laptop.cycle(central);
    for (int i = 0; i < 3; i++) {
      central.say(new Canned(500, "", Map.of()));
      pass(Duration.ofHours(1));
      laptop.security = i == 1 ? Wifi.Security.WPA3 : laptop.security;
      laptop.cycle(central);
    }
    pass(Duration.ofDays(8));
    central.say(new Canned(500, "", Map.of()));
    laptop.cycle(central);
    var lost = laptop.progress().tally().all();
    assertEquals(3, lost.dropped());
    assertEquals(new Totals(1, 1, 1, 0, 4), lost);
    pass(Duration.ofHours(1));
    laptop.cycle(central);
    String last = central.taken().get(central.taken().size() - 2).text();
    assertTrue(last.contains("\"dropped\":{\"unchanged\":1,\"full\":1,\"transition\":1}"), last);
    assertFalse(laptop.progress().tally().untold());
    pass(CADENCE);
    laptop.cycle(central);
    var quiet = central.taken().get(central.taken().size() - 1).json();
    assertEquals(Optional.empty(), quiet.get("delivery"));
  }

  @Test
  void what_the_agent_remembers_of_reporting_makes_no_report_another() throws IOException {
    var laptop = laptop();
    for (int i = 0; i < 6; i++) {
      laptop.cycle(central);
      pass(CADENCE);
    }
    var kinds = new ArrayList<String>();
    central.storedReports().forEach(report -> kinds.add(report.text("kind").orElseThrow()));
    assertEquals(
        List.of("full", "full", "unchanged", "unchanged", "unchanged", "unchanged"),
        kinds,
        "the second says that central hears this laptop");
  }

  @Test
  void a_clock_that_is_wrong_by_a_day_and_jumps_loses_nothing_and_moves_no_wait()
      throws IOException {
    clock.set(Duration.ofHours(26));
    var laptop = laptop();
    laptop.cycle(central);
    laptop.cycle(central);
    assertEquals(26 * 3600.0, skew(1), 2);
    assertTrue(outcome(2, "clock").contains("\"fail\""), outcome(2, "clock"));
    central.say(Canned.problem(429, "slow-down").with("Retry-After", "3000"));
    pass(CADENCE);
    laptop.cycle(central);
    int asked = central.taken().size();
    for (long days : List.of(400L, -800L, 30L)) {
      clock.set(Duration.ofDays(days));
      pass(Duration.ofMinutes(10));
      laptop.cycle(central);
      assertEquals(asked, central.taken().size(), "central asked to wait");
    }
    pass(Duration.ofMinutes(30));
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
    assertEquals(Totals.NONE.dropped(), laptop.progress().tally().all().dropped());
    assertEquals(upTo(7), central.numbers(device(laptop)));
  }

  private double skew(int back) {
    var taken = central.taken();
    return taken
        .get(taken.size() - back)
        .json()
        .get("delivery")
        .flatMap(Json::asObject)
        .flatMap(delivery -> delivery.get("skewSeconds"))
        .map(value -> Double.parseDouble(((Json.Num) value).literal()))
        .orElseThrow();
  }

  /** What the newest full report but so many said of a check. */
  private String outcome(int requests, String check) {
    var full = new ArrayList<String>();
    central
        .taken()
        .forEach(request -> {
          if (request.text().contains("\"kind\":\"full\"")) {
            full.add(request.text());
          }
        });
    assertTrue(full.size() >= requests, full.size() + " full reports");
    String text = full.get(full.size() - 1);
    int at = text.indexOf("\"check\":\"" + check + "\"");
    return text.substring(at, text.indexOf("severity", at));
  }

  @Test
  void hours_without_an_answer_become_a_finding_and_sleep_does_not() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    for (int i = 0; i < 40; i++) {
      central.say(new Canned(500, "", Map.of()));
      pass(i == 20 ? Duration.ofHours(60) : Duration.ofMinutes(30));
      laptop.cycle(central);
      boolean hours = i * 30 > 8 * 60 + 60;
      if (i == 16 || hours) {
        var unheard = laptop.progress().sending().unheard();
        assertEquals(hours, unheard.compareTo(Duration.ofHours(9)) >= 0, i + " " + unheard);
      }
    }
    pass(Duration.ofMinutes(30));
    laptop.cycle(central);
    assertTrue(
        central.taken().stream()
            .anyMatch(request -> request.text().contains("in 8 hours of trying")));
    assertEquals(Duration.ZERO, laptop.progress().sending().unheard());
  }

  @Test
  void everything_that_left_is_kept_as_it_left_but_the_token() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    central.say(new Canned(500, "", Map.of()));
    laptop.cycle(central);
    pass(Duration.ofHours(1));
    laptop.cycle(central);
    List<Sent> sent = SentFolder.newest(laptop.state(), 100).reversed();
    assertEquals(central.taken().size(), sent.size());
    for (int i = 0; i < sent.size(); i++) {
      var took = central.taken().get(i);
      var kept = sent.get(i);
      assertTrue(kept.url().endsWith(took.path()));
      assertEquals(took.headers().get("signature"), kept.headers().get("Signature"));
      assertEquals(
          took.text().replace(TestCentral.TOKEN, "(left out)"),
          kept.text(),
          "the token is nowhere");
      assertEquals(i == 0, kept.text().contains("(left out)"));
    }
    assertEquals(Optional.of("201"), sent.get(0).answer());
    assertTrue(sent.get(2).answer().orElseThrow().startsWith("answered 500"));
  }

  @Test
  void keys_and_tokens_are_in_no_file_but_their_own() throws IOException {
    var laptop = laptop();
    central.say(Canned.problem(401, "bad-token"));
    laptop.cycle(central);
    pass(Duration.ofHours(1));
    central.rotateKey = true;
    laptop.cycle(central);
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    central.rotateKey = false;
    var secrets = new ArrayList<String>(List.of(TestCentral.TOKEN));
    var own = new ArrayList<Path>();
    try (var all = Files.walk(laptop.state())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (String.valueOf(file.getFileName()).startsWith("device.key")) {
          own.add(file);
          Files.readString(file).lines().limit(3).skip(1).forEach(secrets::add);
        }
      }
    }
    assertTrue(secrets.size() >= 3);
    int files = 0;
    try (var all = Files.walk(laptop.state())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        files++;
        for (String secret : secrets) {
          assertTrue(own.contains(file) || !text.contains(secret), file.toString());
        }
        assertEquals(
            "rw-------",
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)),
            file.toString());
      }
    }
    assertTrue(files > 10, files + " files");
    for (String secret : secrets) {
      assertFalse(laptop.said.contains(secret));
    }
  }

  @Test
  void a_disk_that_can_only_be_read_is_said_and_nothing_is_lost() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("state"));
    assumeTrue(mount("-t", "tmpfs", "porchlight-test", disk.toString()), "needs root, to mount");
    try {
      var laptop = laptop();
      laptop.cycle(central);
      central.say(new Canned(500, "", Map.of()));
      pass(CADENCE);
      laptop.cycle(central);
      assertTrue(mount("-o", "remount,ro", disk.toString()));
      pass(CADENCE);
      assertEquals("retry 900", laptop.cycle(central));
      assertTrue(laptop.said.contains("cannot use"), laptop.said);
      assertTrue(mount("-o", "remount,rw", disk.toString()));
      pass(CADENCE);
      laptop.cycle(central);
      assertEquals(upTo(3), central.numbers(device(laptop)));
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
  }

  private static boolean mount(String... words) throws Exception {
    var command = new ArrayList<String>(List.of("mount"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  @Test
  void goodbye_is_the_last_word() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    var state = new StateFolder(laptop.state());
    assertEquals("", Enroll.goodbye(state, "shutdown", clock.outside()));
    laptop.cycle(central);
    assertEquals("", Enroll.goodbye(state, "uninstalled", clock.outside()));
    int asked = central.taken().size();
    laptop.cycle(central);
    assertEquals(asked, central.taken().size());
    assertEquals(Set.of("shutdown", "uninstalled"), central.goodbyes());
  }
}
