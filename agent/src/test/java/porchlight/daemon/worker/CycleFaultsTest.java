package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.daemon.Handover;
import porchlight.daemon.Lock;
import porchlight.daemon.ReportsLost;
import porchlight.daemon.Wake;
import porchlight.facts.Wifi;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.uplink.Canned;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;

class CycleFaultsTest extends CyclingLaptop {
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
    try (var disk = new SmallDisk(Files.createDirectory(state()), "96k")) {
      seed();
      cycle();
      security = Wifi.Security.WPA3;
      central.say(new Canned(500, "", Map.of()));
      cycle();
      clock.pass(Duration.ofHours(1));
      disk.fill();
      int before = central.storedReports().size();
      cycle();
      assertEquals(before + 2, central.storedReports().size(), "the news, and what waited");
      disk.empty();
      clock.pass(Duration.ofHours(1));
      assertTrue(cycle().startsWith("next 900 "));
      assertEquals(0, status().waiting());
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
