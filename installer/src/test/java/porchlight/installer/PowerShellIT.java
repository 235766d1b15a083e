package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Windows' administrators are given to run, read by a parser of PowerShell that is not ours.
 */
class PowerShellIT {
  private static final Path READER = Path.of("src/test/powershell");
  private static final Path SCRIPTS = Path.of("deploy");

  private static final List<String> SLIPS =
      List.of(
          "if ($true) {", "Write-Output )", "$a = 'b", "foreach ($b of $c) { }", "$d = @{ e 1 }");

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void needsTheReader() {
    assumeTrue(
        Files.isDirectory(READER.resolve("node_modules/tree-sitter-powershell")),
        "no reader of PowerShell: npm ci --ignore-scripts --prefix installer/" + READER);
  }

  private static Built.Ended read(List<Path> scripts) throws Exception {
    var words = new ArrayList<>(List.of("node", READER.resolve("read.mjs").toString()));
    scripts.forEach(script -> words.add(script.toString()));
    return Built.run(words, Map.of());
  }

  private static List<Path> below(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".ps1")).toList();
    }
  }

  @Test
  void every_script_is_powershell() throws Exception {
    var scripts = below(SCRIPTS);
    assertTrue(scripts.size() >= 13, scripts::toString);
    var read = read(scripts);
    assertEquals(0, read.code(), read.out() + read.err());
  }

  /** Each tool's is put together of its own head and what all do. */
  @Test
  void what_is_put_together_for_each_tool_is_powershell() throws Exception {
    var scripts = new ArrayList<Path>();
    try (var zip = FileSystems.newFileSystem(packed())) {
      for (Path script : below(zip.getPath("/"))) {
        Path copy = folder.resolve(script.toString().substring(1).replace('/', ' '));
        scripts.add(Files.copy(script, copy));
      }
    }
    assertTrue(scripts.size() >= 7 * 3, scripts::toString);
    var read = read(scripts);
    assertEquals(0, read.code(), read.out() + read.err());
  }

  /** The archive with what administrators' tools are given; skips the test where there is none. */
  static Path packed() throws IOException {
    assumeTrue(Files.isDirectory(PackagedLaptop.PACKAGES), "no packages: mvn -Ppackages package");
    try (var found = Files.newDirectoryStream(PackagedLaptop.PACKAGES, "porchlight-deploy-*.zip")) {
      var one = found.iterator();
      assumeTrue(one.hasNext(), "no archive for administrators' tools");
      return one.next();
    }
  }

  @Test
  void a_slip_in_any_script_is_found() throws Exception {
    var slips = new ArrayList<Path>();
    for (Path script : below(SCRIPTS)) {
      String text = Files.readString(script);
      for (String slip : SLIPS) {
        Path file = folder.resolve("slip-" + slips.size() + ".ps1");
        slips.add(Files.writeString(file, text + "\n" + slip + "\n"));
      }
    }
    assertTrue(slips.size() >= 13 * SLIPS.size(), slips::toString);
    var read = read(slips);
    for (Path slip : slips) {
      assertTrue(read.out().contains(slip + ":"), () -> text(slip) + read.err());
    }
    assertEquals(1, read.code());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      return failed.toString();
    }
  }
}
