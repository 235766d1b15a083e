package porchlight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import porchlight.cli.Cli;
import porchlight.cli.Doors;
import porchlight.cli.Terminal;
import porchlight.cli.Trouble;
import porchlight.daemon.Status;
import porchlight.daemon.StatusFile;
import porchlight.json.Refused;
import porchlight.machine.LocalMachine;

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
        OwnAgent::enroll,
        Asking::status,
        OwnMemory::new,
        new OwnAgent());
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
}
