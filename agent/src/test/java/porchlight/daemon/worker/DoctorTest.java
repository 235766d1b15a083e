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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.Golden;
import porchlight.checks.WifiEncryption;
import porchlight.cli.screen.DoctorScreen;
import porchlight.cli.screen.Look;
import porchlight.daemon.Lock;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.daemon.worker.Step.State;
import porchlight.facts.Facts;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Refused;
import porchlight.json.RoadSettings;
import porchlight.json.Samples;
import porchlight.json.Settings;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Fixed;
import porchlight.uplink.Outside;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;
import porchlight.uplink.TestCentral.Canned;
import porchlight.uplink.road.Road;

/** Each step broken for real, as far as loopback goes. */
class DoctorTest {
  @TempDir Path folder;
  private final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private TestCentral central;
  private Optional<URI> server = Optional.empty();
  private Facts facts = new SampleFacts().build();

  DoctorTest() throws IOException {
    central = new TestCentral(clock::instant);
  }

  @BeforeEach
  void enrolled() throws IOException {
    server = Optional.of(central.url());
    Files.createDirectory(
        state(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(folder.resolve("token"), TestCentral.TOKEN);
    Enrolment.enrol(
        new Enrolment.Applicant(
            new StateFolder(state()),
            "1.2.3",
            new Hints(Optional.empty(), Optional.empty(), Optional.empty()),
            clock.outside(),
            new Skew(Optional.empty())),
        central.url(),
        folder.resolve("token"));
    Files.writeString(StatusFile.in(state()), StatusFile.text(status(clock.instant())));
  }

  @AfterEach
  void end() {
    central.close();
  }

  private Path state() {
    return folder.resolve("state");
  }

  private Status status(Instant accepted) {
    return new Status(
        true,
        central.url().toString(),
        "Acme Dental",
        Optional.empty(),
        accepted,
        "safe",
        Optional.of(accepted),
        Optional.empty(),
        0,
        0,
        0,
        Status.Talk.NONE,
        Status.Judged.UNKNOWN,
        List.of());
  }

  private List<Step> examine() {
    return examine(Road.STRAIGHT);
  }

  private List<Step> examine(Road road) {
    var settings =
        new Settings(
            server,
            state(),
            folder.resolve("token"),
            900,
            120,
            Optional.empty(),
            RoadSettings.DEFAULTS);
    return examine(settings, road);
  }

  private List<Step> examine(Settings settings, Road road) {
    var policy =
        new Policy(
            7,
            Samples.TELLS_NAME,
            List.of(new Rule(Severity.HIGH, new WifiEncryption(Wifi.Security.OWE, false))));
    return Doctor.examine(
        new Doctor.Setup(
            () -> settings,
            known -> policy,
            known -> facts,
            known ->
                new Outside(
                    clock::instant, new SecureRandom(), UUID::randomUUID, System::nanoTime, road)));
  }

  /** A central that answers health and that device. */
  private void isWell() {
    central.say(health(clock.instant()), Canned.problem(404, "no-policy"));
  }

  private static Canned health(Instant time) {
    return new Canned(200, "{\"status\": \"ok\", \"serverTime\": \"" + time + "\"}", Map.of());
  }

  private static Step step(String id, List<Step> steps) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> broken(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.state() == State.BROKEN)
        .map(Step::id)
        .collect(Collectors.toList());
  }

  private void screen(String name, List<Step> steps) {
    // Paths and ports are of other lengths here, and would break lines elsewhere.
    var same =
        steps.stream()
            .map(step -> new Step(step.id(), step.state(), usual(step.saw()), usual(step.cure())))
            .toList();
    Golden.check(
        "screens/doctor-" + name + ".txt", DoctorScreen.render(same, new Look(false, true, 80)));
  }

  private String usual(String text) {
    return text.replace(folder.resolve("state").toString(), "/var/lib/porchlight")
        .replace(":" + central.url().getPort(), ":8640");
  }

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

  @Test
  void a_clock_that_is_wrong() {
    central.say(
        health(clock.instant().plus(Duration.ofMinutes(90))), Canned.problem(404, "no-policy"));
    var steps = examine();
    assertEquals("clock", broken(steps).getFirst());
    assertEquals("This laptop's clock is 90 minutes behind central's.", step("clock", steps).saw());
  }

  @Test
  void a_device_that_central_does_not_know_and_one_that_it_says_nothing_of() {
    central.say(health(clock.instant()), Canned.problem(410, "retired"));
    var steps = examine();
    assertEquals("device", broken(steps).getFirst());
    screen("retired", steps);
    for (Canned odd :
        List.of(
            Canned.problem(503, "unavailable"),
            Canned.problem(404, "not-found"),
            new Canned(403, "<html>", Map.of()))) {
      central.say(health(clock.instant()), odd);
      assertEquals(State.UNSEEN, step("device", examine()).state());
    }
  }

  @Test
  void a_laptop_that_is_not_enrolled() throws IOException {
    Files.delete(state().resolve("identity.json"));
    central.say(health(clock.instant()));
    var steps = examine();
    assertEquals("enrolment", broken(steps).getFirst());
    assertEquals(State.SKIPPED, step("device", steps).state());
  }

  @Test
  void a_last_report_that_is_long_ago_or_never_was() throws IOException {
    isWell();
    Files.writeString(
        StatusFile.in(state()),
        StatusFile.text(status(clock.instant().minus(Duration.ofHours(9)))));
    assertEquals(State.BROKEN, step("last-report", examine()).state());
    isWell();
    Files.delete(StatusFile.in(state()));
    assertEquals(State.BROKEN, step("last-report", examine()).state());
  }

  @Test
  void a_source_that_tells_nothing_and_a_service_that_does_not_run() {
    isWell();
    facts = SampleFacts.blind(Reason.TOOL_MISSING, "nmcli and iw are not installed");
    var steps = examine();
    assertEquals(List.of("service"), broken(steps));
    assertEquals(State.UNSEEN, step("source wifi", steps).state());
    screen("no-service", steps);
  }

  @Test
  void the_ways_that_were_tried_are_told() {
    central.close();
    var road =
        new Road(
            RoadSettings.DEFAULTS,
            () -> new Road.Told(List.of("http://127.0.0.1:9", "wpad"), ""),
            () -> ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    server = Optional.of(URI.create("https://central.invalid"));
    try {
      Files.delete(state().resolve("identity.json"));
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
    String saw = step("connection", examine(road)).saw();
    assertTrue(saw.contains("through the proxy 127.0.0.1:9: "), saw);
    assertTrue(saw.contains("without a proxy: "), saw);
    assertTrue(saw.contains("a proxy that we cannot go through"), saw);
  }
}
