package porchlight.daemon;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hears of network changes from the kernel: through {@code ip monitor}, or on macOS through {@code
 * route -n monitor}.
 */
public final class NetworkWatch extends Thread implements AutoCloseable {
  private static final List<String> LINUX = List.of("ip", "monitor", "address", "route", "link");
  private static final List<String> MACOS = List.of("route", "-n", "monitor");

  private static final List<String> FOLDERS =
      List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/run/current-system/sw/bin");

  /** The program that it listens to on that system. */
  public static Optional<List<String>> command(String system) {
    return switch (system) {
      case "linux" -> Optional.of(LINUX);
      case "macos" -> Optional.of(MACOS);
      default -> Optional.empty();
    };
  }

  private final Process process;
  private final Consumer<String> event;

  private NetworkWatch(Process process, Consumer<String> event) {
    super("network");
    this.process = process;
    this.event = event;
  }

  /** Starts to listen; nothing where there is no such program. */
  static Optional<NetworkWatch> begin(Consumer<String> event) {
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Windows")) {
      // There is no such program, and anybody may make a folder that these names would lead to.
      return Optional.empty();
    }
    boolean macos = system.startsWith("Mac");
    var command = new ArrayList<String>(macos ? MACOS : LINUX);
    Optional<Path> program = find(command.get(0));
    if (program.isEmpty()) {
      return Optional.empty();
    }
    command.set(0, program.get().toString());
    var builder =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectInput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      var watch = new NetworkWatch(builder.start(), event);
      watch.setDaemon(true);
      watch.start();
      return Optional.of(watch);
    } catch (IOException failed) {
      return Optional.empty();
    }
  }

  private static Optional<Path> find(String name) {
    for (String folder : FOLDERS) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  boolean isListening() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
  }

  @Override
  public void run() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1), 2048)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        event.accept(line);
      }
    } catch (IOException ended) {
      // As when it ends by itself: the resident sees that nobody listens, and polls.
    } finally {
      process.destroy();
    }
  }
}
