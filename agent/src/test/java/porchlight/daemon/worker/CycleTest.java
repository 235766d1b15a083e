package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.WifiEncryption;
import porchlight.daemon.Handover;
import porchlight.daemon.Lock;
import porchlight.daemon.ReportsLost;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.daemon.Wake;
import porchlight.facts.Device;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.SampleLan;
import porchlight.facts.Wifi;
import porchlight.json.Counted;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.RoadSettings;
import porchlight.json.Samples;
import porchlight.json.Settings;
import porchlight.json.tree.Json;
import porchlight.policy.InForce;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;
import porchlight.uplink.CentralPolicy;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Fixed;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;
import porchlight.uplink.TestCentral.Canned;

/** Whole cycles against a real server. */
class CycleTest {
  private static final String NETWORK = "Café Guest Wi-Fi";
  private static final UUID BOOT = UUID.fromString("77777777-5d0f-4a57-9d63-1f0a2b3c4d5e");

  private final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private final TestCentral central;
  private Wifi.Security security = Wifi.Security.OPEN;
  private Handover handover = new Handover(Wake.SCHEDULE, 0, Optional.empty(), ReportsLost.NONE);
  private String said = "";
  private UUID boot = BOOT;
  private Reading<Lan> lan = Reading.unknown(Reason.TURNED_OFF, "not asked for");
  @TempDir Path folder;

  CycleTest() throws IOException {
    central = new TestCentral(clock::instant);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  private Path state() {
    return folder.resolve("state");
  }

  private Path token() {
    return folder.resolve("token");
  }

  private void seed() throws IOException {
    Files.writeString(token(), TestCentral.TOKEN);
  }

  private Facts facts() {
    return new Facts(
        clock.instant(),
        Reading.known(new Device("LT-0042", "linux", "Debian GNU/Linux", "12", "amd64", "")),
        Reading.known(wifi()),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        lan,
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.known(Remembered.NOTHING),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        ReportingMemory.in(state(), now(), true),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        Reading.unknown(Reason.TURNED_OFF, "not asked for"));
  }

  private Wifi wifi() {
    return new Wifi.Joined("wlan0", NETWORK, security);
  }

  private String cycle() {
    return cycle(Optional.of(central.url()));
  }

  private String cycle(Optional<java.net.URI> server) {
    var settings =
        new Settings(server, state(), token(), 900, 120, Optional.empty(), RoadSettings.DEFAULTS);
    var policy =
        new Policy(
            7,
            Samples.TELLS_NAME,
            List.of(new Rule(Severity.HIGH, new WifiEncryption(Wifi.Security.OWE, false))));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        Cycle.run(
            new Cycle.Setup(
                settings,
                inForce(policy),
                "0.1.0",
                this::facts,
                Optional.of(boot),
                () -> Optional.of(clock.up()),
                Optional.of("sha256:00ff"),
                handover,
                clock.outside()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(0, status);
    said = err.toString(StandardCharsets.UTF_8);
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private InForce inForce(Policy usual) {
    try {
      return CentralPolicy.held(state())
          .map(held -> new InForce(held.policy(), InForce.From.CENTRAL))
          .orElse(new InForce(usual, InForce.From.BUILT_IN));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private Counted now() {
    return Counted.first(clock.instant(), Optional.of(boot), Optional.of(clock.up()));
  }

  private List<String> kinds() {
    return central.storedReports().stream()
        .map(report -> report.text("kind").orElseThrow())
        .toList();
  }

  private List<Long> sequences() {
    return central.storedReports().stream()
        .map(report -> ((Json.Num) report.get("sequence").orElseThrow()).whole().orElseThrow())
        .toList();
  }

  private Status status() throws IOException {
    return StatusFile.read(state()).orElseThrow();
  }

  @Test
  void a_laptop_without_a_server_is_checked_and_says_nothing_to_anybody() throws IOException {
    assertEquals("next 900 0.0000", cycle(Optional.empty()));
    assertFalse(status().enrolled());
    assertEquals("unsafe", status().answer());
    assertEquals(List.of(), central.taken());
  }

  @Test
  void the_gateways_that_were_seen_are_remembered() throws IOException {
    lan = Reading.known(new SampleLan().build());
    cycle(Optional.empty());
    assertEquals(1, Files.readAllLines(state().resolve("gateways")).size()); // open Wi-Fi
    security = Wifi.Security.WPA3;
    cycle(Optional.empty());
    // By its name too, so that another range under that name is no first visit.
    assertEquals(3, Files.readAllLines(state().resolve("gateways")).size());
    assertFalse(Files.readString(state().resolve("gateways")).contains(NETWORK));
    Files.delete(state().resolve("gateways"));
    Files.createDirectory(state().resolve("gateways"));
    assertEquals("next 900 0.0000", cycle(Optional.empty()), "and if it cannot be, it goes on");
    assertTrue(status().troubles().get(0).contains("remembered"), status().toString());
  }

  @Test
  void a_laptop_without_a_token_is_checked_and_says_that_it_is_not_enrolled() throws IOException {
    assertEquals("next 900 0.0000", cycle());
    assertFalse(status().enrolled());
    assertEquals(central.url().toString(), status().server());
    assertEquals(List.of(), central.taken());
  }

  @Test
  void a_token_is_all_it_takes() throws IOException {
    seed();
    assertTrue(cycle().matches("next 900 0\\.\\d{4}"));
    assertEquals(List.of("full"), kinds());
    var report = central.storedReports().get(0);
    assertEquals(Optional.of(BOOT.toString()), report.text("boot"));
    assertEquals(Optional.of("2026-11-22T12:00:00Z"), report.text("collectedAt"));
    assertTrue(status().enrolled());
    assertEquals("Acme Dental", status().organisation());
    assertEquals(Optional.of(clock.instant()), status().lastAccepted());
    assertEquals(0, status().waiting());
    assertFalse(Files.exists(token()));
  }

  @Test
  void what_has_not_changed_is_a_heartbeat_and_what_has_is_told_in_full() throws IOException {
    seed();
    cycle();
    cycle();
    security = Wifi.Security.WPA3;
    cycle();
    cycle();
    security = Wifi.Security.OPEN;
    cycle();
    assertEquals(List.of("full", "unchanged", "full", "unchanged", "full"), kinds());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), sequences());
  }

  @Test
  void once_a_day_everything_is_told_again() throws IOException {
    seed();
    cycle();
    clock.pass(Duration.ofHours(23));
    cycle();
    clock.pass(Duration.ofHours(2));
    cycle();
    assertEquals(List.of("full", "unchanged", "full"), kinds());
  }

  @Test
  void central_can_ask_for_everything_and_for_another_cadence() throws IOException {
    seed();
    central.nextReportSeconds = 300;
    cycle();
    central.forget();
    assertTrue(cycle().startsWith("next 300 "));
    cycle();
    cycle();
    assertEquals(List.of("full", "unchanged", "full", "unchanged"), kinds());
  }

  @Test
  void a_full_report_that_central_has_not_got_is_never_named() throws IOException {
    seed();
    central.say(Canned.problem(401, "bad-token"));
    cycle();
    clock.pass(Duration.ofHours(1));
    cycle();
    security = Wifi.Security.WPA3;
    central.say(new Canned(500, "", Map.of()));
    cycle();
    assertEquals(1, status().waiting());
    clock.pass(Duration.ofHours(1));
    cycle();
    assertEquals(List.of("full", "full", "full", "full"), kinds(), "the third was sent twice");
    assertEquals(List.of(1L, 2L, 3L, 2L), sequences(), "the news first");
    assertEquals(0, status().waiting());
    cycle();
    assertEquals("unchanged", kinds().get(4));
  }

  @Test
  void a_failure_never_makes_it_ask_more_often() throws IOException {
    seed();
    cycle();
    for (int i = 0; i < 8; i++) {
      central.say(new Canned(500, "", Map.of()));
      String line = cycle();
      assertTrue(line.startsWith("next 900 "), line);
      clock.pass(Duration.ofMinutes(30));
    }
    assertTrue(cycle().startsWith("next 900 "));
  }

  @Test
  void a_retry_that_is_not_due_is_not_sent_unless_the_network_changed() throws IOException {
    seed();
    cycle();
    central.say(Canned.problem(429, "slow-down").with("Retry-After", "5000"));
    assertTrue(cycle().startsWith("next 900 "), "it keeps checking");
    handover = new Handover(Wake.NETWORK, 0, Optional.empty(), ReportsLost.NONE);
    assertTrue(cycle().startsWith("next 900 "), "central's word holds on any network");
    assertEquals(2, central.taken().size() - 1);
    assertEquals(2, status().waiting());
    clock.pass(Duration.ofSeconds(5001));
    assertTrue(cycle().startsWith("next 900 "));
    assertEquals(0, status().waiting());
  }

  @Test
  void a_revoked_device_keeps_checking_and_sends_no_more() throws IOException {
    seed();
    cycle();
    central.say(Canned.problem(403, "revoked"));
    cycle();
    int requests = central.taken().size();
    security = Wifi.Security.WPA3;
    assertTrue(cycle().startsWith("next 900 "));
    cycle();
    assertEquals(requests, central.taken().size());
    assertEquals(Optional.of("403 revoked: as told"), status().stopped());
    assertEquals("safe", status().answer());
    seed();
    cycle();
    assertEquals(Optional.empty(), status().stopped());
    assertEquals(2, central.tokenUses());
  }

  @Test
  void lost_workers_are_told() throws IOException {
    seed();
    handover = new Handover(Wake.SCHEDULE, 2, Optional.empty(), ReportsLost.NONE);
    cycle();
    assertTrue(central.taken().get(1).text().contains("\"workersLost\":2"));
  }

  @Test
  void a_second_cycle_beside_the_first_does_nothing() throws IOException {
    seed();
    cycle();
    int requests = central.taken().size();
    Lock.during(
        state().resolve("cycle.lock"),
        () -> {
          assertEquals("retry 60", cycle());
          return 0;
        });
    assertTrue(said.contains("another cycle is at work"), said);
    assertEquals(requests, central.taken().size());
  }

  @Test
  void no_secret_and_no_network_is_in_any_file_and_all_are_the_owners() throws IOException {
    seed();
    central.say(Canned.problem(401, "bad-token"));
    cycle();
    clock.pass(Duration.ofHours(1));
    cycle();
    central.say(new Canned(500, "", Map.of()));
    cycle();
    central.say(Canned.problem(422, "invalid"));
    clock.pass(Duration.ofHours(1));
    cycle();
    assertTrue(Files.size(state().resolve("agent.log")) > 0);
    int files = 0;
    try (var all = Files.walk(state())) {
      for (Path path : all.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", mode, path.toString());
        if (Files.isRegularFile(path)) {
          files++;
          String text = Files.readString(path, StandardCharsets.ISO_8859_1);
          assertFalse(text.contains(TestCentral.TOKEN), path.toString());
          assertFalse(text.contains("Guest"), path.toString());
        }
      }
    }
    assertTrue(files >= 7, files + " files");
    assertTrue(central.taken().stream().noneMatch(request -> request.text().contains("Guest")));
    String log = Files.readString(state().resolve("agent.log"));
    assertTrue(log.contains("enrolment failed: 401 bad-token: as told"), log);
    assertTrue(log.contains("central refused report 3: 422 invalid: as told"), log);
  }

  @Test
  void a_state_folder_that_cannot_be_used_is_said_and_survived() throws IOException {
    Files.writeString(state(), "in the way");
    assertEquals("retry 900", cycle());
    assertTrue(said.contains("cannot use " + state()), said);
  }

  @Test
  void on_a_full_disk_what_waits_is_sent_all_the_same() throws Exception {
    Path disk = Files.createDirectory(state());
    assumeTrue(
        new ProcessBuilder(
                    "mount", "-t", "tmpfs", "-o", "size=96k", "porchlight-test", disk.toString())
                .start()
                .waitFor()
            == 0,
        "needs root, to mount a small disk");
    try {
      seed();
      cycle();
      security = Wifi.Security.WPA3;
      central.say(new Canned(500, "", Map.of()));
      cycle();
      clock.pass(Duration.ofHours(1));
      Path ballast = disk.resolve("ballast");
      try (var out = Files.newOutputStream(ballast)) {
        while (true) {
          out.write(new byte[4096]);
        }
      } catch (IOException full) {
        assertTrue(Files.size(ballast) > 0);
      }
      int before = central.storedReports().size();
      cycle();
      assertEquals(before + 2, central.storedReports().size(), "the news, and what waited");
      Files.delete(ballast);
      clock.pass(Duration.ofHours(1));
      assertTrue(cycle().startsWith("next 900 "));
      assertEquals(0, status().waiting());
    } finally {
      assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
    }
  }

  @Test
  void enrolling_by_hand_is_all_the_settings_it_takes() throws IOException {
    seed();
    var result =
        Enroll.run(
            new Enrolment.Applicant(
                new StateFolder(state()),
                "0.1.0",
                Hints.NONE,
                clock.outside(),
                new Skew(Optional.empty())),
            central.url(),
            token());
    assertInstanceOf(Enrolment.Result.Done.class, result);
    assertTrue(cycle(Optional.empty()).startsWith("next 900 0."));
    assertEquals(List.of("full"), kinds());
    assertEquals(central.url().toString(), status().server());
  }

  @Test
  void damaged_state_costs_a_full_report_and_nothing_else() throws IOException {
    seed();
    cycle();
    for (String name : List.of("delivery.json", "status", "agent.log")) {
      Files.writeString(state().resolve(name), "\0\0{");
    }
    assertTrue(cycle().startsWith("next 900 "));
    assertEquals(List.of("full", "full"), kinds());
    assertEquals(List.of(1L, 2L), sequences());
  }
}
