package porchlight.gather.windows.upkeep;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.gather.DatedTable;
import porchlight.gather.windows.WindowsVersion;

/**
 * Monthly updates by their revision (UBR): the table that ships with the agent, which knows nothing
 * later than its own date. A lower revision lacks fixes that are published; a higher one says
 * nothing.
 */
record Revisions(LocalDate asOf, List<Row> rows) {
  private static final String TABLE = "windows-revisions.tsv";
  private static final String COLUMNS = "build\tkind\trevision\tpublished\tsource";
  private static final List<String> KINDS = List.of("client", "server");

  Revisions {
    rows = List.copyOf(rows);
  }

  /** A security update of a build, of which servers and clients may count differently. */
  record Row(int build, boolean server, long revision, LocalDate published) {}

  static Revisions shipped() {
    return of(DatedTable.shipped(TABLE, COLUMNS));
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  static Revisions of(String text) {
    return of(DatedTable.of(text, COLUMNS));
  }

  private static Revisions of(DatedTable table) {
    return new Revisions(table.asOf(), table.rows().stream().map(Revisions::row).toList());
  }

  private static Row row(DatedTable.Row row) {
    if (!row.cell(0).matches("[0-9]{4,5}")
        || !KINDS.contains(row.cell(1))
        || !row.cell(2).matches("[0-9]{1,6}")
        || row.cell(4).isBlank()) {
      throw row.wrong();
    }
    return new Row(
        Integer.parseInt(row.cell(0)),
        row.cell(1).equals("server"),
        Long.parseLong(row.cell(2)),
        DatedTable.date(row.cell(3)));
  }

  /**
   * The day of the newest update that the table has of this build, where this one has it or a later
   * one. Of what came after that day the table says nothing, however late its own date is.
   */
  Optional<LocalDate> reached(WindowsVersion version) {
    return version.revision().isPresent() && lacking(version).isEmpty()
        ? rows.stream()
            .filter(row -> row.build() == version.build() && row.server() == version.server())
            .max(Comparator.comparingLong(Row::revision))
            .map(Row::published)
        : Optional.empty();
  }

  /** The newest update that this one lacks; nothing where the table has none. */
  Optional<Row> lacking(WindowsVersion version) {
    return rows.stream()
        .filter(row -> row.build() == version.build() && row.server() == version.server())
        .filter(row -> version.revision().filter(has -> has < row.revision()).isPresent())
        .max(Comparator.comparingLong(Row::revision));
  }
}
