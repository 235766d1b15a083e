package porchlight.gather.macos.antivirus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

/**
 * When signatures of XProtect were made, by their version: the table that ships with the agent.
 *
 * @param rows the newest first
 */
record Signatures(LocalDate asOf, List<Row> rows) {
  private static final String TABLE = "/porchlight/data/xprotect.tsv";
  private static final String DATE = "# data-as-of: ";
  private static final String COLUMNS = "version\tseen\tsource";

  Signatures {
    rows = rows.stream().sorted(Comparator.comparingInt(Row::version).reversed()).toList();
  }

  /** A version, and the day by which it was there. */
  record Row(int version, LocalDate seen) {}

  static Signatures shipped() {
    try (InputStream in = Objects.requireNonNull(Signatures.class.getResourceAsStream(TABLE))) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  static Signatures of(String text) {
    Optional<LocalDate> asOf = Optional.empty();
    boolean header = false;
    var rows = new ArrayList<Row>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        asOf = Optional.of(LocalDate.parse(line.substring(DATE.length())));
      } else if (line.equals(COLUMNS)) {
        header = true;
      } else if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        if (!header || cells.length != 3 || !cells[0].matches("\\d{4,6}") || cells[2].isBlank()) {
          throw new IllegalArgumentException("not a row: " + line);
        }
        rows.add(new Row(Integer.parseInt(cells[0]), LocalDate.parse(cells[1])));
      }
    }
    if (asOf.isEmpty() || rows.isEmpty()) {
      throw new IllegalArgumentException("no date in the table, or no row");
    }
    return new Signatures(asOf.get(), rows);
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
