package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of what real machines really said, and PROVENANCE.tsv with a row on each. */
public record CaptureFolder(Path root) {
  private static final String ROWS = "PROVENANCE.tsv";

  /** The text of one. */
  public String text(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** All of them, sorted. */
  public List<String> all() {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.equals(ROWS))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Every capture has a row of so many cells, and every row a capture. */
  public void says_where_each_comes_from(int cells, int atLeast) {
    List<String> rows =
        text(ROWS)
            .lines()
            .skip(1)
            .map(row -> row.split("\t", -1))
            .peek(row -> assertEquals(cells, row.length, row[0]))
            .map(row -> row[0])
            .toList();
    assertEquals(all(), rows.stream().sorted().toList());
    assertTrue(rows.size() >= atLeast, rows.size() + " captures");
  }
}
