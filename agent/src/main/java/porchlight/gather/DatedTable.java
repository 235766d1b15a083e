package porchlight.gather;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that ships with the agent: remarks behind {@code #}, one of them its date, a line of
 * columns, then rows, cells apart by a tab.
 *
 * @param asOf the date of the table, later than which it knows nothing
 * @param remarks its remarks as they stand
 */
public record DatedTable(LocalDate asOf, List<String> remarks, List<Row> rows) {
  private static final String DATE = "# data-as-of: ";

  public DatedTable {
    remarks = List.copyOf(remarks);
    rows = List.copyOf(rows);
  }

  /** One row, as many cells as there are columns. */
  public record Row(String line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell of that number, from 0. */
    public String cell(int number) {
      return cells.get(number);
    }

    /** The words in the cell of that number, from 0. */
    public List<String> words(int number) {
      return cell(number).isEmpty() ? List.of() : List.of(cell(number).split(" "));
    }

    /** What to throw where this row is not right. */
    public IllegalArgumentException wrong() {
      return new IllegalArgumentException("not a row: " + line);
    }
  }

  /** The table of that name among our own, which must have those columns. */
  public static DatedTable shipped(String name, String columns) {
    String path = "/porchlight/data/" + name;
    try (InputStream in = Objects.requireNonNull(DatedTable.class.getResourceAsStream(path))) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8), columns);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  public static DatedTable of(String text, String columns) {
    int width = columns.split("\t", -1).length;
    Optional<LocalDate> asOf = Optional.empty();
    boolean header = false;
    var remarks = new ArrayList<String>();
    var rows = new ArrayList<Row>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("#")) {
        remarks.add(line);
        if (line.startsWith(DATE)) {
          asOf = Optional.of(date(line.substring(DATE.length())));
        }
      } else if (line.equals(columns)) {
        header = true;
      } else {
        Row row = new Row(line, List.of(line.split("\t", -1)));
        if (!header || row.cells().size() != width) {
          throw row.wrong();
        }
        rows.add(row);
      }
    }
    return new DatedTable(
        asOf.orElseThrow(() -> new IllegalArgumentException("no date in the table")),
        remarks,
        rows);
  }

  /**
   * A day as tables write it.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static LocalDate date(String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException("not a date: " + cell, notADay);
    }
  }
}
