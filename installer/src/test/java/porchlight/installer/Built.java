package porchlight.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the build made: the agent's launcher and central's jar, and running them. */
final class Built {
  static final Path AGENT = Path.of("target/porchlight/bin/porchlight").toAbsolutePath();
  static final Path CENTRAL = Path.of("../central/target/central.jar").toAbsolutePath().normalize();
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final int LONGEST_SECONDS = 120;

  private Built() {}

  /** How a program ended. */
  record Ended(int code, String out, String err) {}

  static Ended agent(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(AGENT.toString()));
    command.addAll(List.of(arguments));
    return run(command, environment);
  }

  static Ended agent(String... arguments) throws IOException, InterruptedException {
    return agent(Map.of(), arguments);
  }

  /** The usual policy, but that nothing is asked of the network that the tests run on. */
  static Path quietPolicy(Path folder) throws IOException {
    String usual = Files.readString(Path.of("../config/policy.json"));
    String quiet = usual.replace("\"ask\": true", "\"ask\": false");
    if (quiet.equals(usual)) {
      throw new AssertionError("config/policy.json has no \"ask\": true to turn off");
    }
    return Files.writeString(folder.resolve("policy.json"), quiet);
  }

  static Ended central(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(JAVA.toString(), "-jar", CENTRAL.toString()));
    command.addAll(List.of(arguments));
    return run(command, Map.of());
  }

  static Ended run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(command, environment, LONGEST_SECONDS);
  }

  static Ended run(List<String> command, Map<String, String> environment, int longestSeconds)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("porchlight", ".out");
    Path err = Files.createTempFile("porchlight", ".err");
    try {
      var builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " ran for more than " + longestSeconds + " s");
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
