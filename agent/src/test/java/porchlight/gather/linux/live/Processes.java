package porchlight.gather.linux.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import porchlight.machine.Answer;
import porchlight.machine.SystemFolders;

/** Processes that a test starts, each ended by its own handle when the test is over. */
final class Processes implements AutoCloseable {
  private final Deque<Process> started = new ArrayDeque<>();
  private final Map<String, String> environment;

  Processes(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Skips the test, with the reason, where it cannot run. */
  static void require(String... programs) {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "only root may make namespaces");
    for (String program : programs) {
      Assumptions.assumeTrue(SystemFolders.find(program).isPresent(), "there is no " + program);
    }
  }

  /** Starts one that goes on. */
  Process start(List<String> command) {
    try {
      var builder = builder(command);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      started.push(process);
      return process;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs one to its end. */
  Answer.Said run(List<String> command) {
    try {
      Process process = builder(command).start();
      String out =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      String error =
          new String(
              process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end");
      }
      return new Answer.Said(process.exitValue(), out, error);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Waits until it is so, ten seconds at most. */
  static void await(String what, BooleanSupplier isSo) {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (!isSo.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("never: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      Process process = started.pop();
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      try {
        process.waitFor(5, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
