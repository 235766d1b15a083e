package porchlight.gather;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long versions of operating systems get security fixes: the table that ships with the agent,
 * which knows nothing later than its own date.
 *
 * @param asOf the date of the table
 */
public record Lifecycle(LocalDate asOf, Map<String, LocalDate> since, List<Version> versions) {
  private static final String TABLE = "os-lifecycle.tsv";
  private static final String DATE_OF = "# data-as-of ";
  private static final String COLUMNS =
      "product\tcycle\tlabel\tcodename\treleased\tuntil\textended\tlatest\tsource";
  private static final String OPEN = "open";

  public Lifecycle {
    since = Map.copyOf(since);
    versions = List.copyOf(versions);
  }

  /** The date of what the table has of that product. */
  public LocalDate asOf(String product) {
    return since.getOrDefault(product, asOf);
  }

  /**
   * One version of a product, by the names that endoflife.date gives both.
   *
   * @param label how people call it, where that is not product and cycle
   * @param until the last day of security fixes for everybody; empty while no end is announced
   * @param extendedUntil the last day of paid or community support, when there is such
   * @param latest the newest release of it that the table knows: {@code 12.15}, {@code 10.0.26100}
   */
  public record Version(
      String product,
      String cycle,
      String label,
      String codename,
      Optional<LocalDate> until,
      Optional<LocalDate> extendedUntil,
      String latest) {}

  /** The table that ships with the agent. */
  public static Lifecycle shipped() {
    return of(DatedTable.shipped(TABLE, COLUMNS));
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  static Lifecycle of(String text) {
    return of(DatedTable.of(text, COLUMNS));
  }

  private static Lifecycle of(DatedTable table) {
    Map<String, LocalDate> since = new HashMap<>();
    for (String remark : table.remarks()) {
      if (remark.startsWith(DATE_OF)) {
        String[] words = remark.substring(DATE_OF.length()).split(": ", 2);
        since.put(words[0], DatedTable.date(words[words.length - 1]));
      }
    }
    List<Version> versions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (DatedTable.Row row : table.rows()) {
      if (!seen.add(row.cell(0) + " " + row.cell(1))) {
        throw new IllegalArgumentException("twice: " + row.line());
      }
      versions.add(version(row));
    }
    return new Lifecycle(table.asOf(), since, versions);
  }

  private static Version version(DatedTable.Row row) {
    if (row.cell(0).isBlank() || row.cell(1).isBlank() || row.cell(8).isBlank()) {
      throw row.wrong();
    }
    String until = row.cell(5);
    String extended = row.cell(6);
    return new Version(
        row.cell(0),
        row.cell(1),
        row.cell(2),
        row.cell(3),
        until.equals(OPEN) ? Optional.empty() : Optional.of(DatedTable.date(until)),
        extended.isEmpty() ? Optional.empty() : Optional.of(DatedTable.date(extended)),
        row.cell(7));
  }

  /** The version of that product, if the table has it. */
  public Optional<Version> find(String product, String cycle) {
    return versions.stream()
        .filter(version -> version.product().equals(product) && version.cycle().equals(cycle))
        .findFirst();
  }
}
