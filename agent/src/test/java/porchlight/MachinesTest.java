package porchlight;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import porchlight.cli.Cli;
import porchlight.cli.Doors;
import porchlight.cli.Terminal;
import porchlight.cli.screen.Look;
import porchlight.machine.Answer;

/** Remembered machines, and the screen that {@code check --replay} shows of each. */
class MachinesTest {
  private static final Path FOLDER = Path.of("src/test/machines");
  private static final String EXPECTED = ".expected.txt";

  static List<Path> machines() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .filter(file -> !file.toString().endsWith(EXPECTED))
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> every_machine_is_judged_as_its_golden_screen_says() throws IOException {
    List<Path> machines = machines();
    assertTrue(!machines.isEmpty(), "no machine in " + FOLDER);
    return machines.stream()
        .map(machine ->
            DynamicTest.dynamicTest(
                machine.getFileName().toString(),
                () ->
                    Golden.check(
                        Path.of(machine.toString().replaceFirst("\\.txt$", EXPECTED)),
                        screen(machine))));
  }

  static String screen(Path machine) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var look = new Look(false, true, 80);
    int exit =
        Cli.run(
            List.of("check", "--replay", machine.toString()),
            new Doors(
                Clock.systemUTC(),
                "linux",
                false,
                "0.0.0",
                question -> new Answer.Failed("a replay asks no machine"),
                OperatingSystem::gatherer,
                (server, token, config) -> new Doors.Enrolled(false, ""),
                config -> Optional.empty(),
                rules -> porchlight.gather.Memory.NONE,
                new porchlight.cli.TypedAgent()),
            new Terminal(out, nowhere, look, look, false));
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8) + "[exit " + exit + "]\n";
  }
}
