package porchlight;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.cli.Cli;
import porchlight.cli.Doors;
import porchlight.cli.Terminal;
import porchlight.cli.Trouble;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.daemon.worker.Enroll;
import porchlight.daemon.worker.GatewayMemory;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.Wifi;
import porchlight.gather.Gathering;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Refused;
import porchlight.json.ServerUrl;
import porchlight.json.Settings;
import porchlight.machine.LocalMachine;
import porchlight.policy.Policy;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Outside;

/** Everything a person types: wires the command line. */
final class Asking {
  private Asking() {}

  static int run(List<String> arguments, boolean debug) {
    Terminal terminal = Terminal.own();
    int exit = Trouble.guard(() -> Cli.run(arguments, doors(), terminal), debug, terminal);
    terminal.out().flush();
    return exit;
  }

  private static Doors doors() {
    return new Doors(
        Clock.systemUTC(),
        OperatingSystem.here(),
        System.getProperty("user.name", "").equals("root"),
        OperatingSystem.version(),
        new LocalMachine(),
        OperatingSystem::gatherer,
        Asking::enroll,
        Asking::status,
        Asking::remembered);
  }

  private static Reading<Remembered> remembered(Reading<Lan> lan, Reading<Wifi> wifi) {
    try {
      Path folder = Configuration.settings(Optional.empty()).stateFolder();
      return GatewayMemory.in(folder).of(lan, wifi);
    } catch (Refused unreadable) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE,
          "the agent's settings, which say where it remembers, cannot be read");
    }
  }

  private static Optional<Status> status(Optional<String> config) {
    Path folder = Configuration.settings(config).stateFolder();
    try {
      if (Files.exists(folder) && !Files.isReadable(folder)) {
        throw new Refused(folder + ": permission denied; run as root to see the agent's state");
      }
      return StatusFile.read(folder);
    } catch (IOException failed) {
      throw new Refused(folder + ": " + failed.getMessage());
    }
  }

  private static Doors.Enrolled enroll(String server, String tokenFile, Optional<String> config) {
    Settings settings = Configuration.settings(config);
    URI where =
        ServerUrl.of(server)
            .orElseThrow(() ->
                new Refused("--server: expected " + ServerUrl.EXPECTED + "; found " + server));
    var outside =
        new Outside(
            Clock.systemUTC(),
            new SecureRandom(),
            UUID::randomUUID,
            System::nanoTime,
            RoadOut.of(settings, new LocalMachine()));
    try {
      var result =
          Enroll.run(
              settings.stateFolder(),
              where,
              Path.of(tokenFile).toAbsolutePath(),
              OperatingSystem.version(),
              hints(Configuration.policy(settings)),
              outside);
      return switch (result) {
        case Enrolment.Result.Done(var identity, int seconds) ->
            new Doors.Enrolled(
                true, "enrolled at " + identity.server() + " for " + identity.organisation());
        case Enrolment.Result.Failed(var after, var why) -> new Doors.Enrolled(false, why);
      };
    } catch (IOException failed) {
      throw new Refused(settings.stateFolder() + ": " + failed.getMessage());
    }
  }

  private static Hints hints(Policy policy) {
    var machine = new LocalMachine();
    Optional<String> installation = LinuxIdentity.installation(machine).map(Enrolment::machineHint);
    var facts =
        new Gathering(java.util.EnumSet.of(Fact.DEVICE), Gathering.USUAL_LIMIT, fact -> {})
            .gather(
                OperatingSystem.gatherer(OperatingSystem.here(), machine),
                Clock.systemUTC().instant());
    return facts.device() instanceof Reading.Known<Device>(var device)
        ? new Hints(
            Optional.of(device.name()).filter(name -> policy.tells().deviceName()),
            Optional.of((device.system() + " " + device.version()).strip()),
            installation)
        : new Hints(Optional.empty(), Optional.empty(), installation);
  }
}
