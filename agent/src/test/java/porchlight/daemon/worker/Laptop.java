package porchlight.daemon.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.checks.Check;
import porchlight.checks.Clock;
import porchlight.checks.Reporting;
import porchlight.checks.WifiEncryption;
import porchlight.daemon.Handover;
import porchlight.daemon.ReportsLost;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.daemon.Wake;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.json.Counted;
import porchlight.json.Progress;
import porchlight.json.RoadSettings;
import porchlight.json.Samples;
import porchlight.json.Settings;
import porchlight.policy.InForce;
import porchlight.policy.Policy;
import porchlight.policy.Rule;
import porchlight.policy.Severity;
import porchlight.uplink.CentralPolicy;
import porchlight.uplink.Durable;
import porchlight.uplink.Fixed;
import porchlight.uplink.Outside;
import porchlight.uplink.TestCentral;

/** A laptop whose cycles a test runs: real files, real HTTP, a clock and a disk of the test's. */
final class Laptop {
  final Path folder;
  final Fixed clock;
  Optional<Outside> outside = Optional.empty();
  Wifi.Security security = Wifi.Security.OPEN;
  Wake wake = Wake.BY_HAND;
  UUID boot = UUID.randomUUID();

  /** By hand, unless a test hands over something. */
  Optional<Handover> handover = Optional.empty();

  /** What the last cycle wrote to standard error. */
  String said = "";

  Laptop(Path folder, Fixed clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Path state() {
    return folder.resolve("state");
  }

  Path token() {
    return folder.resolve("token");
  }

  Laptop seeded() throws IOException {
    java.nio.file.Files.writeString(token(), TestCentral.TOKEN);
    return this;
  }

  String cycle(TestCentral central) {
    return cycle(central.url());
  }

  String cycle(URI server) {
    var settings =
        new Settings(
            Optional.of(server),
            state(),
            token(),
            900,
            120,
            Optional.empty(),
            RoadSettings.DEFAULTS);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        Cycle.run(
            new Cycle.Setup(
                settings,
                policy(),
                "0.1.0",
                this::facts,
                Optional.of(boot),
                () -> Optional.of(clock.up()),
                Optional.empty(),
                handover.orElseGet(() -> new Handover(wake, 0, Optional.empty(), ReportsLost.NONE)),
                outside.orElseGet(clock::outside)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    said = err.toString(StandardCharsets.UTF_8);
    if (status != 0) {
      throw new IllegalStateException(status + " " + said);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private InForce policy() {
    try {
      return CentralPolicy.held(state())
          .map(held -> new InForce(held.policy(), InForce.From.CENTRAL))
          .orElseGet(() -> new InForce(usual(), InForce.From.BUILT_IN));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Policy usual() {
    return new Policy(
        1,
        Samples.TELLS_NAME,
        List.of(
            rule(new WifiEncryption(Wifi.Security.OWE, false)),
            rule(new Clock(1)),
            rule(new Reporting(8))));
  }

  private static Rule rule(Check check) {
    return new Rule(Severity.HIGH, check);
  }

  private Facts facts() {
    var now = Counted.first(clock.instant(), Optional.of(boot), Optional.of(clock.up()));
    return new SampleFacts()
        .at(clock.instant())
        .wifi(Reading.known(new Wifi.Joined("wlan0", "Café Guest", security)))
        .reporting(ReportingMemory.in(state(), now, true))
        .build();
  }

  Status status() throws IOException {
    return StatusFile.read(state()).orElseThrow();
  }

  Progress progress() throws IOException {
    return Durable.read(state().resolve("delivery.json")).map(Progress::of).orElseThrow();
  }
}
