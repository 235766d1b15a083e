package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.WifiEncryption;
import porchlight.daemon.Handover;
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
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.json.Counted;
import porchlight.json.RoadSettings;
import porchlight.json.Samples;
import porchlight.json.Settings;
import porchlight.json.tree.Json;
import porchlight.policy.InForce;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;
import porchlight.uplink.CentralPolicy;
import porchlight.uplink.Fixed;
import porchlight.uplink.TestCentral;

/** A laptop that goes through its cycles, beside a central of the tests. */
abstract class CyclingLaptop {
  static final String NETWORK = "Café Guest Wi-Fi";
  static final UUID BOOT = UUID.fromString("77777777-5d0f-4a57-9d63-1f0a2b3c4d5e");

  final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  final TestCentral central;

  Wifi.Security security = Wifi.Security.OPEN;

  Handover handover = new Handover(Wake.SCHEDULE, 0, Optional.empty(), ReportsLost.NONE);

  String said = "";

  UUID boot = BOOT;

  Reading<Lan> lan = Reading.unknown(Reason.TURNED_OFF, "not asked for");
  @TempDir Path folder;

  CyclingLaptop() {
    central = new TestCentral(clock::instant);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  Path state() {
    return folder.resolve("state");
  }

  Path token() {
    return folder.resolve("token");
  }

  void seed() throws IOException {
    Files.writeString(token(), TestCentral.TOKEN);
  }

  Facts facts() {
    return SampleFacts.unread(Reason.TURNED_OFF, "not asked for")
        .at(clock.instant())
        .device(
            Reading.known(new Device("LT-0042", "linux", "Debian GNU/Linux", "12", "amd64", "")))
        .wifi(Reading.known(wifi()))
        .firewall(Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft"))
        .lan(lan)
        .remembered(Reading.known(Remembered.NOTHING))
        .reporting(ReportingMemory.in(state(), now(), true))
        .build();
  }

  Wifi wifi() {
    return new Wifi.Joined("wlan0", NETWORK, security);
  }

  String cycle() {
    return cycle(Optional.of(central.url()));
  }

  String cycle(Optional<java.net.URI> server) {
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

  InForce inForce(Policy usual) {
    try {
      return CentralPolicy.held(state())
          .map(held -> new InForce(held.policy(), InForce.From.CENTRAL))
          .orElse(new InForce(usual, InForce.From.BUILT_IN));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  Counted now() {
    return Counted.first(clock.instant(), Optional.of(boot), Optional.of(clock.up()));
  }

  List<String> kinds() {
    return central.storedReports().stream()
        .map(report -> report.text("kind").orElseThrow())
        .toList();
  }

  List<Long> sequences() {
    return central.storedReports().stream()
        .map(report -> ((Json.Num) report.get("sequence").orElseThrow()).whole().orElseThrow())
        .toList();
  }

  Status status() throws IOException {
    return StatusFile.read(state()).orElseThrow();
  }
}
