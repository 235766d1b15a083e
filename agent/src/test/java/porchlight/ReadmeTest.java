package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porchlight.json.PolicyReader;
import porchlight.policy.Rule;

/** What the README says of the checks is what their pages say. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final String HEAD = "| check | about |\n|---|---|\n";

  @Test
  void the_table_of_checks_comes_from_their_pages() throws IOException {
    String table =
        PolicyReader.packed().rules().stream()
            .map(Rule::check)
            .map(check -> "| `" + check.id() + "` | " + title(check.id()) + " |\n")
            .collect(Collectors.joining());
    String text = Files.readString(README);
    int start = text.indexOf(HEAD) + HEAD.length();
    int end = text.indexOf("\n\n", start) + 1;
    if (System.getProperty("golden", "").equals("accept")) {
      Files.writeString(README, text.substring(0, start) + table + text.substring(end));
      return;
    }
    assertEquals(table, text.substring(start, end));
  }

  @Test
  void its_screen_is_that_of_a_remembered_machine() throws IOException {
    String screen =
        Files.readString(
                Path.of("src/test/machines/linux-server-debian-12-needs-root.expected.txt"))
            .strip();
    String text = Files.readString(README);
    String head = "$ porchlight check\n";
    int start = text.indexOf(head) + head.length();
    int end = text.indexOf("\n```", start);
    if (System.getProperty("golden", "").equals("accept")) {
      Files.writeString(README, text.substring(0, start) + screen + text.substring(end));
      return;
    }
    assertEquals(screen, text.substring(start, end));
  }

  private static String title(String id) {
    try {
      Path page = Path.of("src/main/resources/porchlight/checks", id + ".md");
      return Files.readString(page).lines().findFirst().orElse("").replaceFirst("^# ", "");
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
