package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class WinCapturesTest {
  @Test
  void every_capture_says_where_it_comes_from_and_none_is_lost() throws IOException {
    List<String> rows =
        Files.readAllLines(WinCaptures.ROOT.resolve("PROVENANCE.tsv")).stream()
            .skip(1)
            .map(row -> row.split("\t", -1))
            .peek(cells -> assertEquals(6, cells.length, cells[0]))
            .map(cells -> cells[0])
            .toList();
    assertEquals(WinCaptures.all(), rows.stream().sorted().toList());
    assertTrue(rows.size() >= 110, rows.size() + " captures");
  }
}
