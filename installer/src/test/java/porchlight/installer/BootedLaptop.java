package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * A Debian with systemd as its process 1 in a network of its own, where the built image of the
 * agent is installed: see {@code src/test/booted/machine}.
 */
final class BootedLaptop implements AutoCloseable {
  private static final Path SCRIPTS = Path.of("src/test/booted").toAbsolutePath();
  private static final Path IMAGE = Path.of("target/booted/image").toAbsolutePath();

  private final Path folder;

  private BootedLaptop(Path folder) {
    this.folder = folder;
  }

  /** Boots it; skips the test, with the reason, where that cannot be done. */
  static BootedLaptop boot() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may boot a machine");
    for (String program : List.of("systemd-nspawn", "mmdebstrap", "nsenter", "ip")) {
      assumeTrue(
          List.of("/usr/bin/", "/usr/sbin/", "/sbin/", "/bin/").stream()
              .anyMatch(place -> Files.isExecutable(Path.of(place + program))),
          "there is no " + program);
    }
    var made = run(Duration.ofMinutes(9), List.of(file("image"), IMAGE.toString()));
    assumeTrue(made.code() == 0, () -> "no Debian could be made: " + made.err());
    Path folder = Files.createTempDirectory("booted");
    var up =
        run(
            Duration.ofMinutes(1),
            List.of(
                file("machine"),
                "up",
                folder.toString(),
                IMAGE.toString(),
                Built.AGENT.resolve("../..").normalize().toString()));
    assumeTrue(up.code() == 0, () -> "no machine can be booted here: " + up.err());
    return new BootedLaptop(folder);
  }

  static String file(String name) {
    return SCRIPTS.resolve(name).toString();
  }

  /** The folder that it is made in; its root is {@code root} in that. */
  Path folder() {
    return folder;
  }

  /** Copies a file into it, for root only. */
  void put(Path file, String at) {
    script("umask 077; mkdir -p \"${1%/*}\"", at);
    try {
      Files.copy(file, folder.resolve("root" + at), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** A command in it that has to succeed; what it printed, stripped. */
  String root(String... command) {
    Built.Ended ended = in("root", command);
    assertEquals(0, ended.code(), () -> String.join(" ", command) + ": " + ended.err());
    return ended.out().strip();
  }

  /** A script in it, for bash. */
  String script(String text, String... arguments) {
    var command = new ArrayList<>(List.of("bash", "-euc", text, "bash"));
    command.addAll(List.of(arguments));
    return root(command.toArray(String[]::new));
  }

  /** A script in it that lies beside those that boot it. */
  String scriptFile(String name, String... arguments) {
    try {
      return script(Files.readString(SCRIPTS.resolve(name)), arguments);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /**
   * However it ends: as {@code root} or {@code worker}, or beside it on its network ({@code lan}).
   */
  Built.Ended in(String who, String... command) {
    var words = new ArrayList<>(List.of(file("machine"), who, folder.toString()));
    words.addAll(List.of(command));
    return run(Duration.ofMinutes(4), words);
  }

  /** What runs on its network until this laptop is closed. */
  void startBeside(String... command) throws IOException {
    var words = new ArrayList<>(List.of(file("machine"), "lan", folder.toString()));
    words.addAll(List.of(command));
    new ProcessBuilder(words)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What the agent in it prints with {@code --json}. */
  Json.Obj agent(String who, String... arguments) {
    var command = new ArrayList<>(List.of("/agent/bin/porchlight"));
    command.addAll(List.of(arguments));
    command.add("--json");
    Built.Ended ended = in(who, command.toArray(String[]::new));
    assertEquals("", ended.err(), () -> "with --json nothing is said on standard error");
    try {
      return JsonText.parse(ended.out()).asObject().orElseThrow();
    } catch (JsonText.NotJson wrong) {
      throw new AssertionError(ended.out(), wrong);
    }
  }

  /**
   * What was read in it, by {@code root} or {@code worker}; only these facts, where some are named.
   * Nothing is asked of the network, which has nobody in it who would answer.
   */
  Told facts(String who, String... only) {
    return new Told(
        only.length == 0
            ? agent(who, "facts", "--offline")
            : agent(who, "facts", "--offline", "--only", String.join(",", only)));
  }

  /** How one check ended there. */
  String outcome(String who, String check) {
    var findings = agent(who, "check", "--only", check).get("findings").flatMap(Json::asItems);
    return findings
        .orElseThrow()
        .get(0)
        .asObject()
        .flatMap(one -> one.text("outcome"))
        .orElseThrow();
  }

  /** One packet to each, so that its kernel knows the gateways' hardware address. */
  void meetTheGateway() {
    script(
        """
        ip neigh flush dev wlan0
        for at in 10.70.0.1 fd70::1; do
          echo >/dev/udp/$at/9
          until ip neigh show $at | grep -q REACHABLE; do sleep 0.02; done
        done
        """);
  }

  static Built.Ended run(Duration limit, List<String> command) {
    try {
      Path out = Files.createTempFile("booted", ".out");
      Path err = Files.createTempFile("booted", ".err");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
          process.destroy();
          throw new AssertionError(command + " ran for more than " + limit);
        }
        return new Built.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    run(Duration.ofMinutes(1), List.of(file("machine"), "down", folder.toString()));
  }
}
