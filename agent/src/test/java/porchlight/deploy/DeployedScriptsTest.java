package porchlight.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.cli.format.Formats;
import porchlight.json.Seeds;
import porchlight.json.Setting;

/**
 * What is run by administrators' tools says nothing that nobody reads, and says no secret where
 * others can read it.
 */
class DeployedScriptsTest {
  /** Read by what makes the packages, on nobody's laptop. */
  private static final Set<String> OF_THE_BUILD =
      Set.of("PORCHLIGHT_SIGNING_KEY", "PORCHLIGHT_DOWNLOADS");

  /** What the .msi takes; ENROLLMENTKEY, the token itself, would be an argument. */
  private static final Set<String> OF_THE_MSI = Set.of("SERVERURL", "ENROLLMENTKEYFILE");

  private static final Set<String> OF_THE_FOLDER =
      Set.of("managed.json", "enrollment-token", "seed");

  private static final Set<String> COMMANDS = Set.of("check", "status", "doctor");

  private static Map<Path, String> texts() throws IOException {
    var texts = new TreeMap<Path, String>();
    try (var files = Files.walk(DeployedSettingsTest.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            DeployedSettingsTest.FOLDER.relativize(file),
            Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    assertTrue(texts.size() >= 40, texts.keySet()::toString);
    return texts;
  }

  private static Set<String> named(String text, String pattern) {
    var names = new TreeSet<String>();
    Matcher name = Pattern.compile(pattern).matcher(text);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  @Test
  void every_variable_is_one_that_an_installer_reads() throws Exception {
    var read = new HashSet<>(OF_THE_BUILD);
    read.add(Seeds.TOKEN);
    for (Setting setting : Setting.values()) {
      read.add(setting.variable());
    }
    int found = 0;
    for (var file : texts().entrySet()) {
      for (String name : named(file.getValue(), "\\b(" + Seeds.PREFIX + "[A-Z_]+)")) {
        found++;
        assertTrue(read.contains(name), file.getKey() + ": " + name + " is read by nobody");
      }
    }
    assertTrue(found >= 15, found + " variables");
  }

  @Test
  void every_property_is_one_of_the_msi_s_and_none_is_the_token() throws Exception {
    int found = 0;
    for (var file : texts().entrySet()) {
      if (file.getKey().toString().matches(".*\\.(ps1|cmd)")) {
        for (String name : named(file.getValue(), "[\" ]([A-Z]{4,})=")) {
          found++;
          assertTrue(OF_THE_MSI.contains(name), file.getKey() + ": " + name);
        }
      }
    }
    assertEquals(3, found);
  }

  /** A shell's own commands have no arguments that others could see; programs do. */
  @Test
  void the_token_is_never_an_argument() throws Exception {
    var withToken = Pattern.compile("\\$\\{?(?i:PORCHLIGHT_ENROLLMENT_TOKEN|token)\\b");
    var own =
        Pattern.compile(
            "\\s*(#|: |\\[ |if |PORCHLIGHT_ENROLLMENT_TOKEN=|\\$Token = |\\[IO\\.File\\]::WriteAllText).*");
    int found = 0;
    for (var file : texts().entrySet()) {
      if (file.getKey().toString().matches(".*\\.(ps1|cmd|sh|rb)|build|repository")) {
        for (String line : file.getValue().lines().toList()) {
          if (withToken.matcher(line).find()) {
            found++;
            assertTrue(own.matcher(line).matches(), file.getKey() + ": " + line);
          }
        }
      }
    }
    assertTrue(found >= 10, found + " lines");
    String role = texts().get(Path.of("ansible/roles/porchlight/tasks/installed.yml"));
    var withIt =
        Stream.of(String.valueOf(role).split("\n- name: "))
            .filter(task -> task.contains("{{ porchlight_token"))
            .toList();
    assertEquals(1, withIt.size());
    assertTrue(withIt.get(0).contains("no_log: true") && withIt.get(0).contains("\"0600\""));
  }

  @Test
  void files_and_commands_are_ours() throws Exception {
    for (var file : texts().entrySet()) {
      for (String name : named(file.getValue(), "/etc/porchlight/([a-z.-]+)")) {
        assertTrue(OF_THE_FOLDER.contains(name), file.getKey() + ": " + name);
      }
      for (String name :
          named(file.getValue(), "(?:\\$porchlight|porchlight\\.exe\"|: porchlight) ([a-z]+)")) {
        assertTrue(COMMANDS.contains(name), file.getKey() + ": porchlight " + name);
      }
    }
  }

  @Test
  void each_tool_has_both_of_its_heads_and_a_format_that_is_there() throws Exception {
    var lines =
        Files.readAllLines(DeployedSettingsTest.FOLDER.resolve("rmm/tools.tsv")).stream()
            .skip(1)
            .map(line -> List.of(line.split("\t", -1)))
            .toList();
    var tools = new TreeSet<String>();
    for (var line : lines) {
      tools.add(line.get(0));
      assertTrue(Formats.names().contains(line.get(1)), line::toString);
      assertTrue(line.get(2).matches("[0-3]"), line::toString);
      for (String shell : List.of(".sh", ".ps1")) {
        String head =
            Files.readString(
                DeployedSettingsTest.FOLDER.resolve("rmm/tools/" + line.get(0) + shell));
        for (String said :
            shell.equals(".sh")
                ? List.of("PACKAGE_URL", "PACKAGE_SHA256", "PORCHLIGHT_SERVER")
                : List.of("$PackageUrl", "$PackageSha256", "$Server", "$Token")) {
          assertTrue(head.contains(said), line.get(0) + shell + ": " + said);
        }
      }
    }
    assertEquals(
        Set.of("atera", "automate", "datto", "n-central", "ninjaone", "syncro", "tactical"), tools);
  }

  /** PowerShell 5.1 reads what has no mark at its beginning in the laptop's own code page. */
  @Test
  void what_tools_are_given_to_paste_is_ascii() throws Exception {
    for (var file : texts().entrySet()) {
      if (file.getKey().startsWith("rmm") || file.getKey().toString().matches(".*\\.(ps1|cmd)")) {
        assertTrue(file.getValue().chars().allMatch(c -> c < 128), file.getKey()::toString);
      }
    }
  }
}
