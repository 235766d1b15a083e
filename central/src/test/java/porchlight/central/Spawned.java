package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Central as a process of its own, that can be killed. */
record Spawned(Path folder, Process process) implements AutoCloseable {
  /** Starts it on a free port and waits until it listens. */
  static Spawned serve(Path folder) throws IOException, InterruptedException {
    return serve(folder, "-XX:TieredStopAtLevel=1");
  }

  /** The same, with these options of the virtual machine. */
  static Spawned serve(Path folder, String... options) throws IOException, InterruptedException {
    Path ready = folder.resolve("ready.json");
    Files.deleteIfExists(ready);
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of(options));
    line.addAll(
        List.of(
            "-cp",
            classPath(),
            "porchlight.central.Main",
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--ready-file",
            ready.toString()));
    line.addAll(Books.options(folder));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    while (!Files.exists(ready)) {
      assertTrue(process.isAlive(), () -> "central ended: " + text(out));
      Thread.sleep(20);
    }
    return new Spawned(folder, process);
  }

  /** What the tests see, also where a launcher of tests has a class loader of its own. */
  private static String classPath() {
    return Spawned.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }

  String address() {
    return Samples.parse(text(folder.resolve("ready.json"))).path("address").asText();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end, as a service manager does, and waits. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  boolean wasKilled() {
    return !process.isAlive() && process.exitValue() == 137;
  }

  @Override
  public void close() {
    kill();
  }
}
