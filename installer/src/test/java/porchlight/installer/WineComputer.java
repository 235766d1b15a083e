package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Windows of Wine's with a registry that was planted, on which the agent's jars run: see {@code
 * src/test/wine}.
 */
final class WineComputer {
  static final Path SCRIPTS = Path.of("src/test/wine").toAbsolutePath();
  private static final Path JARS = Path.of("target/jars");
  private static final Path ASKS = Path.of("target/test-classes/porchlight/installer");
  private static final long MAKING_MINUTES = 9;
  private static final long SESSION_MINUTES = 4;

  private WineComputer() {}

  /** Leaves what was answered in the folder; skips the test where there can be no Wine. */
  static void run(Path folder) throws IOException, InterruptedException {
    String cache = prepared(folder);
    files(folder);
    int code =
        run(
            List.of(
                SCRIPTS.resolve("inside").toString(), cache, folder.toString(), "sh", "./session"),
            folder.resolve("session.out"),
            folder.resolve("session.err"),
            SESSION_MINUTES);
    assertEquals(
        0, code, () -> text(folder.resolve("session.out")) + text(folder.resolve("session.err")));
  }

  /** Where Wine and what it needs lie; skips the test where there can be none. */
  static String prepared(Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may make a root");
    assumeTrue("amd64".equals(System.getProperty("os.arch")), "the runtime is for amd64");
    Path err = folder.resolve("prepare.err");
    Path out = folder.resolve("prepare.out");
    boolean made =
        run(List.of(SCRIPTS.resolve("prepare").toString()), out, err, MAKING_MINUTES) == 0;
    assumeTrue(made, () -> "no Wine could be made: " + text(err));
    return Files.readString(out).strip();
  }

  private static int run(List<String> command, Path out, Path err, long minutes)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " ran for more than " + minutes + " minutes");
    }
    return process.exitValue();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      return failed.toString();
    }
  }

  private static void files(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("jars"));
    try (var jars = Files.list(JARS)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, folder.resolve("jars").resolve(jar.getFileName()));
      }
    }
    Path classes = Files.createDirectories(folder.resolve("classes/porchlight/installer"));
    Files.copy(ASKS.resolve("AsksWindows.class"), classes.resolve("AsksWindows.class"));
    Files.createDirectories(folder.resolve("home/a b"));
    Files.writeString(folder.resolve("home/a b/f.json"), "{\"a\":1,\"b\":{\"c\":\"d\"}}");
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("elsewhere/passwd"), "root:x:0:0");
    Files.createSymbolicLink(folder.resolve("home/link"), Path.of("../elsewhere"));
    for (String script : List.of("session", "bad.cmd", "good.cmd", "removed.cmd")) {
      String text = Files.readString(SCRIPTS.resolve(script));
      Files.writeString(
          folder.resolve(script),
          script.endsWith(".cmd") ? text.replace("\n", "\r\n") : text,
          StandardCharsets.UTF_8);
    }
  }
}
