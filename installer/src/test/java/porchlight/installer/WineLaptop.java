package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Windows of Wine's that stays, on which packages are installed; what lies in its folder is in
 * {@code Z:\work} there.
 */
final class WineLaptop implements AutoCloseable {
  private static final int LONGEST_SECONDS = 240;
  private static final String MESSAGES = "C:\\Program Files\\Porchlight\\bin\\events.dll";

  /** Of Wine, which prints what other systems keep: the number, then a line for each value. */
  private static final Pattern EVENT =
      Pattern.compile("ReportEventW \\(.*?,0x....,0x....,(0x[0-9a-f]{8}),.*stub");

  private static final Pattern VALUE = Pattern.compile(":eventlog:ReportEventW L\"(.*)\"$");

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
    compileTool(folder);
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

  private static void compileTool(Path folder) throws IOException, InterruptedException {
    var compiled =
        Built.run(
            List.of(
                "x86_64-w64-mingw32-gcc",
                "-municode",
                "-static",
                "-I",
                "src/windows/host",
                "-o",
                folder.resolve("tool.exe").toString(),
                WineComputer.SCRIPTS.resolve("tool.c").toString(),
                "-lmsi"),
            Map.of());
    assertEquals(0, compiled.code(), compiled.err());
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

  /** What lies in the agent's folder of programs. */
  Path installed(String file) {
    return drive("Program Files/Porchlight").resolve(file);
  }

  /** Every file there that the package brought, with the sum of what is in it. */
  Map<String, String> brought() throws IOException {
    var sums = Sums.below(installed(""));
    sums.keySet().removeIf(name -> name.startsWith("log/") || name.startsWith("cache/"));
    return sums;
  }

  /** What src/test/wine/tool.c says or ends with. */
  Built.Ended tool(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("Z:\\work\\tool.exe"));
    command.addAll(List.of(words));
    return windows(command.toArray(String[]::new));
  }

  /** What the services have told Windows' event log so far, as who looks at it is shown it. */
  List<String> events() throws IOException, InterruptedException {
    var texts = new ArrayList<String>();
    List<String> command = List.of();
    for (String line : Files.readAllLines(folder.resolve("stay.out"), StandardCharsets.UTF_8)) {
      var event = EVENT.matcher(line);
      var value = VALUE.matcher(line);
      if (event.find()) {
        show(command, texts);
        command = new ArrayList<>(List.of("shown", MESSAGES, event.group(1)));
      } else if (value.find()) {
        command.add(value.group(1).replace("\\\\", "\\"));
      }
    }
    show(command, texts);
    return texts;
  }

  private void show(List<String> command, List<String> texts)
      throws IOException, InterruptedException {
    if (!command.isEmpty()) {
      var shown = tool(command.toArray(String[]::new));
      assertEquals(0, shown.code(), () -> command + shown.err());
      texts.add(shown.out().strip());
    }
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

  /** The number of the process of ours that was started with that word; empty where none is. */
  String pid(String word) throws IOException, InterruptedException {
    return shell(
        "for one in /proc/[0-9]*; do tr '\\0' ' ' <$one/cmdline 2>/dev/null |"
            + " grep -q 'porchlight.exe\"* "
            + word
            + "' && echo ${one#/proc/}; done | head -1");
  }

  /** How many programs of ours the list of installed programs has. */
  long entries() throws IOException, InterruptedException {
    String list = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    return done("reg", "query", list, "/s")
        .lines()
        .filter(line -> line.matches(".*DisplayName .*Porchlight"))
        .count();
  }

  /** Every line of the registry that names us. */
  List<String> registered() throws IOException, InterruptedException {
    done("regedit", "/E", "Z:\\work\\all.reg", "HKEY_LOCAL_MACHINE");
    return Files.readAllLines(folder.resolve("all.reg"), StandardCharsets.UTF_16).stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("porchlight"))
        .toList();
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
    var set = tool("start", Integer.toString(how));
    assertEquals(0, set.code(), set.err());
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
