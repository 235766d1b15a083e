package porchlight.cli.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.json.PolicyReader;

class TouchedScreenTest {
  @ParameterizedTest
  @ValueSource(strings = {"linux", "macos", "windows"})
  void nothing_that_is_asked_is_left_out(String system) throws IOException {
    List<String> questions =
        Files.readAllLines(Path.of("src/main/resources/porchlight/commands/" + system + ".txt"));
    String screen =
        TouchedScreen.render(
            questions, PolicyReader.packed().probes(), Map.of(), system, Look.plain());
    List<String> lines = screen.lines().map(String::strip).toList();
    for (String question : questions) {
      String asked =
          question.substring(question.startsWith("$") ? 2 : question.indexOf(' ', 2) + 1);
      assertTrue(lines.contains(Plain.of(asked, Look.plain())), question);
    }
    assertTrue(questions.size() > 100, system + ": " + questions.size());
  }
}
