package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Windows of Wine's that stays, on which packages are installed; what lies in its folder is in
 * {@code Z:\work} there.
 */
final class WineLaptop implements AutoCloseable {
  private static final int LONGEST_SECONDS = 240;

  private final Process process;
  private final String first;
  private final Path folder;
  private final Path drive;

  private WineLaptop(Process process, String first, Path folder, Path drive) {
    this.process = process;
    this.first = first;
    this.folder = folder;
    this.drive = drive;
  }

  /** Skips the test where there can be no Wine. */
  static WineLaptop start(Path folder) throws Exception {
    String cache = WineComputer.prepared(folder);
    Files.copy(WineComputer.SCRIPTS.resolve("stay"), folder.resolve("stay"));
    var process =
        new ProcessBuilder(
                WineComputer.SCRIPTS.resolve("inside").toString(),
                cache,
                folder.toString(),
                "sh",
                "./stay")
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("stay.out").toFile())
            .start();
    PackagedLaptop.await(
        java.time.Duration.ofSeconds(90),
        () -> Files.exists(folder.resolve("up")) || !process.isAlive());
    assertTrue(process.isAlive(), () -> "Wine ended: " + folder.resolve("stay.out"));
    String first = Long.toString(process.children().findFirst().orElseThrow().pid());
    return new WineLaptop(process, first, folder, Path.of(cache, "prefix/drive_c"));
  }

  /** The beginning of a command that is run on this laptop's network, outside of it. */
  List<String> beside() {
    return List.of("nsenter", "-t", first, "-n");
  }

  /** What lies in {@code Z:\work}. */
  Path folder() {
    return folder;
  }

  /** What lies in that folder of C:. */
  Path drive(String path) {
    return drive.resolve(path);
  }

  /** A program of Windows, however it ends. */
  Built.Ended windows(String... command) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("wine"));
    words.addAll(List.of(command));
    return in(words.toArray(String[]::new));
  }

  /** A program of Windows that has to succeed; what it printed, without carriage returns. */
  String done(String... command) throws IOException, InterruptedException {
    var ended = windows(command);
    assertEquals(0, ended.code(), () -> String.join(" ", command) + ended.out() + ended.err());
    return ended.out().replace("\r", "").strip();
  }

  /** A shell's script in the Debian that Wine runs on. */
  String shell(String script) throws IOException, InterruptedException {
    return in("sh", "-c", script).out().strip();
  }

  /**
   * Installs, upgrades, repairs or removes; the status that Windows Installer ends with.
   *
   * @param which a file in the folder, or a product's identifier
   */
  int msiexec(String what, String which, String... properties)
      throws IOException, InterruptedException {
    boolean file = which.endsWith(".msi");
    var words =
        new ArrayList<>(List.of("msiexec", what, file ? "Z:\\work\\" + which : which, "/qn"));
    words.addAll(List.of(properties));
    return windows(words.toArray(String[]::new)).code();
  }

  /** The agent's program, as it is installed. */
  Built.Ended porchlight(String... arguments) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("C:\\Program Files\\Porchlight\\bin\\porchlight.exe"));
    words.addAll(List.of(arguments));
    return windows(words.toArray(String[]::new));
  }

  /** RUNNING, STOPPED or the like; empty where there is no service. */
  String service() throws IOException, InterruptedException {
    return value(windows("sc", "query", "Porchlight").out(), "STATE");
  }

  /** One member of the service's configuration. */
  String configured(String name) throws IOException, InterruptedException {
    String key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Porchlight";
    return value(windows("reg", "query", key, "/v", name).out(), name);
  }

  /** Sets how the service starts: 2 by itself, 3 by hand, 4 never. */
  void setStart(int how) throws IOException, InterruptedException {
    String classes = "porchlight/installer/SetsStart.class";
    Path to = folder.resolve("classes").resolve(classes);
    Files.createDirectories(to.getParent());
    Files.copy(
        Path.of("target/test-classes").resolve(classes), to, StandardCopyOption.REPLACE_EXISTING);
    done(
        "Z:\\jre\\bin\\java.exe",
        "-XX:-PrintWarnings",
        "-Djna.boot.library.path=C:\\Program Files\\Porchlight\\bin",
        "-cp",
        "Z:\\work\\classes;C:\\Program Files\\Porchlight\\lib\\*",
        "porchlight.installer.SetsStart",
        Integer.toString(how));
  }

  /** The last word of the line of that name. */
  private static String value(String printed, String name) {
    return printed
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElse("");
  }

  private Built.Ended in(String... command) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(WineComputer.SCRIPTS.resolve("in").toString(), first));
    words.addAll(List.of(command));
    return Built.run(words, Map.of(), LONGEST_SECONDS);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
