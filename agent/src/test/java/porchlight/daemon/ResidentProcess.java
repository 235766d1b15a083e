package porchlight.daemon;

import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A resident process of its own, with a shell script for a worker. */
public final class ResidentProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private ResidentProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param before what the command line begins with
   */
  public static ResidentProcess start(
      List<String> before, Path folder, Duration deadline, Duration cadence, String script)
      throws IOException {
    return start(before, folder, deadline, cadence, Duration.ofSeconds(2), script);
  }

  /** The same, with that time between cycles for the network's sake at least. */
  public static ResidentProcess start(
      List<String> before,
      Path folder,
      Duration deadline,
      Duration cadence,
      Duration betweenChanges,
      String script)
      throws IOException {
    var command = new ArrayList<String>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx16m",
            "-Xss256k",
            "-cp",
            classPath(),
            ResidentProcess.class.getName(),
            folder.resolve("state").toString(),
            Long.toString(deadline.toMillis()),
            Long.toString(cadence.toMillis()),
            Long.toString(betweenChanges.toMillis()),
            "/bin/sh",
            "-c",
            script));
    Path log = Files.createTempFile(folder, "resident", ".log");
    return new ResidentProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(folder.toFile())
            .start(),
        log);
  }

  /** What these very tests were loaded from. */
  public static String classPath() {
    return ResidentProcess.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }

  /** The resident process itself. */
  public static void main(String[] arguments) {
    var words = List.of(arguments);
    int status =
        Resident.run(
            new Resident.Setup(
                words.subList(4, words.size()),
                Path.of(words.get(0)),
                Duration.ofMillis(Long.parseLong(words.get(1))),
                Duration.ofMillis(Long.parseLong(words.get(2))),
                false),
            new Resident.Pace(
                Duration.ofMillis(Long.parseLong(words.get(3))), Duration.ofSeconds(2)),
            Clock.systemUTC(),
            new SplittableRandom(System.nanoTime()),
            System.err);
    // As the program does: at once, whatever else is going on.
    Runtime.getRuntime().halt(status);
  }

  public String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  public Process process() {
    return process;
  }

  /** Waits for something to become true. */
  public static boolean within(Duration time, BooleanSupplier something)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      if (something.getAsBoolean()) {
        return true;
      }
      Thread.sleep(50);
    }
    return something.getAsBoolean();
  }

  /** The process ids that a script wrote, one a line. */
  public static List<Long> pids(Path file) {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(String::strip).map(Long::parseLong).toList()
          : List.of();
    } catch (IOException | NumberFormatException halfWritten) {
      return List.of();
    }
  }

  /** Whether it still does anything; one that has ended and was not yet buried does not. */
  public static boolean lives(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(6, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
