package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever names a setting outside of the code is held to the one list. */
class SettingTest {
  /** For whoever makes packages, not for the agent. */
  private static final Set<String> OF_THE_BUILD =
      Set.of(
          "PORCHLIGHT_SIGNING_KEY",
          "PORCHLIGHT_JSIGN",
          "PORCHLIGHT_APPLICATION_IDENTITY",
          "PORCHLIGHT_INSTALLER_IDENTITY",
          "PORCHLIGHT_NOTARY_PROFILE");

  private static final Pattern VARIABLE = Pattern.compile("PORCHLIGHT_[A-Z][A-Z_]*[A-Z]");

  private static Set<String> variables() {
    var all = new TreeSet<String>(Set.of(Seeds.TOKEN));
    for (Setting setting : Setting.values()) {
      all.add(setting.variable());
    }
    return all;
  }

  private static List<Path> artefacts() throws IOException {
    var files = new ArrayList<>(List.of(Path.of("../docs/deploy.md")));
    for (String system : List.of("linux", "windows")) {
      try (var all = Files.walk(Path.of("../installer/src", system))) {
        all.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  @Test
  void every_variable_in_what_installs_and_in_what_tells_how_is_one_that_is_read()
      throws IOException {
    int seen = 0;
    for (Path file : artefacts()) {
      var found = VARIABLE.matcher(Files.readString(file));
      while (found.find()) {
        assertTrue(
            variables().contains(found.group()) || OF_THE_BUILD.contains(found.group()),
            () -> file + ": " + found.group());
        seen++;
      }
    }
    assertTrue(seen >= 12, "only " + seen);
  }

  @Test
  void the_page_on_deployment_has_a_row_for_each() throws IOException {
    String page = Files.readString(Path.of("../docs/deploy.md"));
    for (String variable : variables()) {
      assertTrue(page.contains("\n| `" + variable + "` | "), variable);
    }
  }

  @Test
  void the_reader_reads_those_and_no_others() {
    for (Setting setting : Setting.values()) {
      assertEquals(Optional.of(setting), Setting.ofVariable(setting.variable()), setting::variable);
      assertTrue(
          SettingRow.of(SettingsReader.Layered.NONE).stream()
              .anyMatch(row -> row.name().equals(setting.word())),
          setting.word());
    }
    var known = new TreeSet<String>();
    try {
      SettingsReader.read("x", "{\"x\": 1}");
    } catch (Refused refused) {
      String message = String.valueOf(refused.getMessage());
      known.addAll(List.of(message.substring(message.indexOf("here: ") + 6).split(", ", -1)));
    }
    assertEquals(new TreeSet<>(Setting.words()), known);
  }
}
