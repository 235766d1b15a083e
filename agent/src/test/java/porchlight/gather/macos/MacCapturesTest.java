package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacCapturesTest {
  @Test
  void every_capture_says_where_it_comes_from_and_none_is_lost() throws IOException {
    List<String> rows =
        Files.readAllLines(MacCaptures.ROOT.resolve("PROVENANCE.tsv")).stream()
            .skip(1)
            .map(row -> row.split("\t", -1))
            .peek(cells -> assertEquals(5, cells.length, cells[0]))
            .map(cells -> cells[0])
            .toList();
    assertEquals(MacCaptures.all(), rows.stream().sorted().toList());
    assertTrue(rows.size() >= 70, rows.size() + " captures");
  }
}
