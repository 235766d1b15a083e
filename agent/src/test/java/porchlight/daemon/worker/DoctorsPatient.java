package porchlight.daemon.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import porchlight.Golden;
import porchlight.checks.WifiEncryption;
import porchlight.cli.screen.DoctorScreen;
import porchlight.cli.screen.Look;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.daemon.worker.Step.State;
import porchlight.facts.Facts;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.RoadSettings;
import porchlight.json.Samples;
import porchlight.json.Settings;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;
import porchlight.uplink.Canned;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Fixed;
import porchlight.uplink.Outside;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;
import porchlight.uplink.road.Road;

/** A laptop that the doctor looks at, and what he says of it. */
abstract class DoctorsPatient {
  @TempDir Path folder;
  final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));

  TestCentral central;

  Optional<URI> server = Optional.empty();

  Facts facts = new SampleFacts().build();

  DoctorsPatient() {
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

  Path state() {
    return folder.resolve("state");
  }

  Status status(Instant accepted) {
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

  List<Step> examine() {
    return examine(Road.STRAIGHT);
  }

  List<Step> examine(Road road) {
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

  List<Step> examine(Settings settings, Road road) {
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
  void isWell() {
    central.say(health(clock.instant()), Canned.problem(404, "no-policy"));
  }

  static Canned health(Instant time) {
    return new Canned(200, "{\"status\": \"ok\", \"serverTime\": \"" + time + "\"}", Map.of());
  }

  static Step step(String id, List<Step> steps) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  static List<String> broken(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.state() == State.BROKEN)
        .map(Step::id)
        .collect(Collectors.toList());
  }

  void screen(String name, List<Step> steps) {
    // Paths and ports are of other lengths here, and would break lines elsewhere.
    var same =
        steps.stream()
            .map(step -> new Step(step.id(), step.state(), usual(step.saw()), usual(step.cure())))
            .toList();
    Golden.check(
        "screens/doctor-" + name + ".txt", DoctorScreen.render(same, new Look(false, true, 80)));
  }

  String usual(String text) {
    return text.replace(folder.resolve("state").toString(), "/var/lib/porchlight")
        .replace(":" + central.url().getPort(), ":8640");
  }
}
