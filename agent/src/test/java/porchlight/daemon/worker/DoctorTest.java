package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.daemon.Lock;
import porchlight.daemon.worker.Step.State;
import porchlight.json.Refused;
import porchlight.json.RoadSettings;
import porchlight.json.Settings;
import porchlight.uplink.Canned;
import porchlight.uplink.road.Road;

/** Each step broken for real, as far as loopback goes. */
class DoctorTest extends DoctorsPatient {
  @Test
  void all_works() throws IOException {
    isWell();
    Path lock = state().resolve("resident.lock");
    List<Step> steps = Lock.during(lock, this::examine).orElseThrow();
    assertEquals(List.of(), broken(steps));
    assertEquals(State.WORKS, step("device", steps).state());
    assertEquals(State.WORKS, step("service", steps).state());
    screen("well", steps);
  }

  @Test
  void settings_that_are_refused_are_the_first_and_only_word() {
    var steps =
        Doctor.examine(
            new Doctor.Setup(
                () -> {
                  throw new Refused("agent.json: sever: there is no such setting");
                },
                settings -> {
                  throw new AssertionError();
                },
                policy -> facts,
                settings -> clock.outside()));
    assertEquals(List.of("settings"), broken(steps));
    screen("settings", steps);
  }

  @Test
  void a_state_folder_that_is_missing_open_to_others_or_no_folder() throws IOException {
    isWell();
    Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(State.BROKEN, step("state-folder", examine()).state());
    var elsewhere =
        new Settings(
            Optional.empty(),
            folder.resolve("none"),
            folder.resolve("token"),
            900,
            120,
            Optional.empty(),
            RoadSettings.DEFAULTS);
    var steps = examine(elsewhere, Road.STRAIGHT);
    assertEquals("state-folder", broken(steps).getFirst());
    assertEquals(State.SKIPPED, step("central", steps).state());
    var file =
        new Settings(
            Optional.empty(),
            Files.createFile(folder.resolve("file")),
            folder.resolve("token"),
            900,
            120,
            Optional.empty(),
            RoadSettings.DEFAULTS);
    assertEquals("state-folder", broken(examine(file, Road.STRAIGHT)).getFirst());
  }

  @Test
  void nobody_listens() {
    central.close();
    var steps = examine();
    assertEquals("connection", broken(steps).getFirst());
    for (String id : List.of("certificate", "central", "clock", "device")) {
      assertEquals(State.SKIPPED, step(id, steps).state(), id);
    }
    screen("nobody-listens", steps);
  }

  @Test
  void a_name_that_is_none() throws IOException {
    Files.delete(state().resolve("identity.json"));
    server = Optional.of(URI.create("https://nothing.invalid"));
    assertEquals("enrolment", broken(examine()).getFirst());
    assertTrue(broken(examine()).contains("name"));
  }

  @Test
  void somebody_who_speaks_no_tls() throws Exception {
    Files.delete(state().resolve("identity.json"));
    try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(() -> {
            try (var socket = plain.accept()) {
              socket
                  .getOutputStream()
                  .write("220 smtp\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
              socket.getInputStream().readNBytes(50);
            } catch (IOException gone) {
              // It has had enough.
            }
          });
      thread.setDaemon(true);
      thread.start();
      server = Optional.of(URI.create("https://127.0.0.1:" + plain.getLocalPort()));
      var steps = examine();
      assertEquals(State.WORKS, step("connection", steps).state());
      assertEquals(State.BROKEN, step("certificate", steps).state());
      thread.join(2000);
    }
  }

  @Test
  void a_login_page_is_not_central() {
    central.say(new Canned(200, "<html>Welcome</html>", Map.of()));
    var steps = examine();
    assertEquals("central", broken(steps).getFirst());
    assertEquals(State.SKIPPED, step("device", steps).state());
  }
}
