package porchlight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import porchlight.daemon.Resident;
import porchlight.daemon.SetupQuestion;

/** {@code porchlight run}: wires the resident process, which loads nothing but the JDK. */
final class Staying {
  /** The command by which the resident process asks for its settings. */
  static final String SETUP = "cycle-setup";

  private Staying() {}

  static int run(List<String> options, boolean debug) {
    try {
      // A worker reads the settings: this process never loads what is needed to.
      var asked = SetupQuestion.ask(worker(SETUP, options));
      if (asked.status() != 0) {
        return asked.status(); // it has said why
      }
      Map<String, String> said = asked.values();
      return Resident.run(
          new Resident.Setup(
              worker("cycle", options),
              Path.of(said.getOrDefault("stateFolder", "")),
              Duration.ofSeconds(Integer.parseInt(said.getOrDefault("workerSeconds", ""))),
              Duration.ofSeconds(Integer.parseInt(said.getOrDefault("reportSeconds", ""))),
              "kept".equals(said.get("connection"))),
          InstantSource.system(),
          new SplittableRandom(System.nanoTime() ^ ProcessHandle.current().pid()),
          System.err);
    } catch (IOException | RuntimeException ours) {
      System.err.println("porchlight: our own mistake, please report it: " + ours);
      if (debug) {
        ours.printStackTrace();
      }
      return 70;
    }
  }

  /** This very program with another command: by its launcher where there is one. */
  private static List<String> worker(String command, List<String> options) {
    var words = new ArrayList<String>();
    String home = System.getProperty("porchlight.home", "");
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    if (home.isEmpty()) {
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(List.of("-cp", System.getProperty("java.class.path"), "porchlight.Main"));
    } else {
      words.add(launcher(Path.of(home, "bin"), windows).toString());
    }
    words.add(command);
    words.addAll(options);
    return words;
  }

  /** On Windows the program of the service, where there is one. */
  private static Path launcher(Path bin, boolean windows) {
    Path program = bin.resolve("porchlight.exe");
    if (!windows) {
      return bin.resolve("porchlight");
    }
    return Files.exists(program) ? program : bin.resolve("porchlight.cmd");
  }
}
