package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image as a user runs it, on this very machine. */
class ImageIT {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void needsTheImage() {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
  }

  @Test
  void a_recorded_machine_gives_byte_for_byte_the_same_verdicts() throws Exception {
    String file = folder.resolve("machine.txt").toString();
    assertEquals(0, Built.agent("facts", "--offline", "--record", file).code());
    var live = Built.agent("check", "--json", "--offline");
    var replayed = Built.agent("check", "--json", "--offline", "--replay", file);
    assertTrue(Verdicts.of(live.out()).lines().count() >= 28, live.out());
    assertEquals(Verdicts.of(live.out()), Verdicts.of(replayed.out()));
    assertEquals(live.code(), replayed.code());
  }

  /** The image runs rewritten classes: they must say what the compiled ones say. */
  @Test
  void every_remembered_machine_is_judged_as_its_golden_screen_says() throws Exception {
    String ending = ".expected.txt";
    try (var files = Files.list(Path.of("../agent/src/test/machines"))) {
      var screens = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      assertTrue(screens.size() >= 2, screens::toString);
      for (Path screen : screens) {
        String machine = screen.toString().replace(ending, ".txt");
        var ended =
            Built.agent(Map.of("LC_ALL", "C.UTF-8", "COLUMNS", "80"), "check", "--replay", machine);
        assertEquals(
            Files.readString(screen), ended.out() + "[exit " + ended.code() + "]\n", machine);
      }
    }
  }

  @Test
  void every_class_of_ours_in_the_image_passes_the_verifier() throws Exception {
    int passed = 0;
    var jars = new ArrayList<URL>();
    try (var files = Files.list(Path.of("target/porchlight/lib"))) {
      for (Path jar : files.sorted().toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    try (var loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (URL jar : jars) {
        if (!jar.getPath().matches(".*/(agent|jackson-core)[^/]*")) {
          continue;
        }
        try (var file = new JarFile(Path.of(jar.toURI()).toFile())) {
          for (var entry : file.stream().toList()) {
            String name = entry.getName();
            if (name.endsWith(".class") && name.matches("(porchlight|com)/.*/[A-Z].*")) {
              Class<?> type =
                  loader.loadClass(name.substring(0, name.length() - 6).replace('/', '.'));
              try {
                MethodHandles.privateLookupIn(type, MethodHandles.lookup()).ensureInitialized(type);
              } catch (UnsatisfiedLinkError | NoClassDefFoundError noWindows) {
                // It passed the verifier, and then looked for a library of Windows.
                assertTrue(name.startsWith("porchlight/machine/windows/"), name);
              }
              passed++;
            }
          }
        }
      }
    }
    assertTrue(passed > 1500, "only " + passed);
  }

  @Test
  void it_runs_through_a_link_and_whatever_the_environment_says() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("porchlight"), Built.AGENT);
    var ended =
        Built.run(
            List.of(link.toString(), "version"),
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Xmx1k",
                "CLASSPATH",
                "/nowhere",
                "_JAVA_OPTIONS",
                "-version"));
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("porchlight "), ended.out());
    assertEquals("", ended.err());
  }

  @Test
  void a_wrong_setting_is_refused_in_one_line_by_all_that_read_it() throws Exception {
    String wrong = Files.writeString(folder.resolve("agent.json"), "{\"sever\": \"x\"}").toString();
    for (String command : new String[] {"run", "cycle", "status"}) {
      var ended = Built.agent(command, "--config", wrong);
      assertEquals(78, ended.code(), command + ended.err());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertTrue(
          ended
              .err()
              .contains("agent.json: sever: there is no such setting; did you mean \"server\"?"),
          ended.err());
    }
  }

  /** A class that is not in the archive costs a hundred times as much as one that is. */
  @Test
  void the_archive_holds_what_a_check_needs() throws Exception {
    Path network = recording("network.txt");
    Path laptop = recording("laptop.txt");
    try (var central = TrainingCentral.start(folder)) {
      String policy = central.policy(Path.of("target/porchlight/config/policy.json")).toString();
      for (var arguments :
          List.of(
              List.of("--replay", network.toString()),
              List.of("--replay", laptop.toString()),
              List.of("--policy", policy),
              List.of("--offline"))) {
        Path log = folder.resolve("classes");
        String launcher =
            Files.readString(Built.AGENT)
                .replace("-Xlog:disable -Xlog:all=off", "-Xlog:class+load:file=" + log);
        var command =
            new ArrayList<>(List.of("/bin/sh", "-c", launcher, Built.AGENT.toString(), "check"));
        command.addAll(arguments);
        var ended = Built.run(command, Map.of());
        assertTrue(ended.code() <= 2, ended.err());
        var loaded =
            Files.readAllLines(log).stream().filter(line -> line.contains("source:")).toList();
        var outside =
            loaded.stream().filter(line -> !line.contains("shared objects file")).toList();
        assertTrue(loaded.size() > 1000, loaded.size() + " classes");
        var ours = outside.stream().filter(line -> line.contains(" porchlight.")).toList();
        assertTrue(ours.size() <= 4, arguments + " " + ours);
        // TLS makes classes of its own while it runs, which no archive takes.
        boolean isTls = arguments.contains(policy);
        assertTrue(outside.size() <= (isTls ? 40 : 20), arguments + " " + outside);
      }
    }
  }

  private Path recording(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (var in = Objects.requireNonNull(Archive.class.getResourceAsStream(name), name)) {
      Files.copy(in, copy);
    }
    return copy;
  }

  @Test
  void the_archive_is_used_and_says_nothing() throws Exception {
    assertTrue(Files.size(Path.of("target/porchlight/cache/porchlight.jsa")) > 1 << 20);
    var ended = Built.agent("checks");
    assertEquals(0, ended.code());
    assertEquals("", ended.err());
    assertFalse(ended.out().contains("[warning]"), ended.out());
  }
}
