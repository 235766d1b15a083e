package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import porchlight.facts.Fact;
import porchlight.machine.WindowsNative;

/** docs/windows.md tells of each fact how far it was verified. */
class WinDocsTest {
  private static final Path PAGE = Path.of("../docs/windows.md");
  private static final String HEAD =
      "| fact | asked, in this order | verified under Wine | held to captures of |"
          + " after documentation only, awaits a real machine |";
  private static final Pattern FOLDER = Pattern.compile("`([a-z0-9-]+)`");

  private static Map<String, List<String>> rows() throws IOException {
    var rows = new LinkedHashMap<String, List<String>>();
    String table = Files.readString(PAGE).split(Pattern.quote(HEAD), -1)[1].split("\n\n", -1)[0];
    table
        .lines()
        .skip(2)
        .forEach(line -> {
          var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
          rows.put(cells.get(1), cells.subList(2, cells.size() - 1));
        });
    return rows;
  }

  @Test
  void every_fact_has_a_row_with_nothing_left_out() throws IOException {
    assertEquals(
        Arrays.stream(Fact.values()).map(Fact::word).toList(), List.copyOf(rows().keySet()));
    rows()
        .forEach((fact, cells) -> {
          assertEquals(4, cells.size(), fact);
          assertTrue(cells.stream().noneMatch(String::isEmpty), fact + " " + cells);
        });
  }

  @Test
  void captures_that_are_named_are_there() throws IOException {
    var named = new TreeSet<String>();
    for (List<String> cells : rows().values()) {
      FOLDER.matcher(cells.get(2)).results().forEach(found -> named.add(found.group(1)));
    }
    assertTrue(named.size() >= 20, named.toString());
    for (String folder : named) {
      assertTrue(
          WinCaptures.all().stream().anyMatch(file -> file.startsWith(folder + "/")), folder);
    }
  }

  @Test
  void every_library_has_a_row() throws IOException {
    String page = Files.readString(PAGE);
    for (WindowsNative subject : WindowsNative.values()) {
      String word = subject.text().substring("? native ".length());
      assertTrue(page.contains("`native " + word) || page.contains(" `" + word + "`"), word);
    }
  }
}
