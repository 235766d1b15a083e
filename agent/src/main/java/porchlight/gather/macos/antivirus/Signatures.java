package porchlight.gather.macos.antivirus;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.DatedTable;

/**
 * When signatures of XProtect were made, by their version: the table that ships with the agent.
 *
 * @param rows the newest first
 */
record Signatures(LocalDate asOf, List<Row> rows) {
  private static final String TABLE = "xprotect.tsv";
  private static final String COLUMNS = "version\tseen\tsource";

  Signatures {
    rows = rows.stream().sorted(Comparator.comparingInt(Row::version).reversed()).toList();
  }

  /** A version, and the day by which it was there. */
  record Row(int version, LocalDate seen) {}

  static Signatures shipped() {
    return of(DatedTable.shipped(TABLE, COLUMNS));
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  static Signatures of(String text) {
    return of(DatedTable.of(text, COLUMNS));
  }

  private static Signatures of(DatedTable table) {
    if (table.rows().isEmpty()) {
      throw new IllegalArgumentException("no row in the table");
    }
    return new Signatures(table.asOf(), table.rows().stream().map(Signatures::row).toList());
  }

  private static Row row(DatedTable.Row row) {
    if (!row.cell(0).matches("\\d{4,6}") || row.cell(2).isBlank()) {
      throw row.wrong();
    }
    return new Row(Integer.parseInt(row.cell(0)), DatedTable.date(row.cell(1)));
  }

  /**
   * When that version was made, rather too early than too late: what lies between two rows is taken
   * for the older. One that is newer than the table was made after it, and came to this Mac then;
   * without a day of its own it could be of any.
   *
   * @param came when it was put on this Mac, where that is told
   */
  Reading<Instant> made(int version, Optional<Instant> came) {
    for (Row row : rows) {
      if (row.version() <= version) {
        Instant seen = row.seen().atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean newer = row.equals(rows.getFirst()) && version > row.version();
        return newer
            ? came.filter(seen::isBefore)
                .<Reading<Instant>>map(Reading::known)
                .orElseGet(() ->
                    Reading.unknown(
                        Reason.STALE, "version " + version + " is newer than this agent knows"))
            : Reading.known(seen);
      }
    }
    return Reading.known(rows.getLast().seen().atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
