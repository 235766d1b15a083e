package porchlight.gather.linux.antivirus;

import java.time.LocalDate;
import java.util.List;
import porchlight.gather.DatedTable;

/**
 * The antivirus programs that are known on Linux: the table that ships with the agent.
 *
 * @param asOf the date of the table
 */
record Products(LocalDate asOf, List<Named> all) {
  private static final String TABLE = "antivirus-linux.tsv";
  private static final String COLUMNS = "name\tthere\tservices\tsource";

  /** The table that ships with the agent. */
  static final Products SHIPPED = of(DatedTable.shipped(TABLE, COLUMNS));

  Products {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param there where it lies, below /
   * @param services one of these runs when it does
   */
  record Named(String name, List<String> there, List<String> services) {}

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  static Products of(String text) {
    return of(DatedTable.of(text, COLUMNS));
  }

  private static Products of(DatedTable table) {
    return new Products(table.asOf(), table.rows().stream().map(Products::named).toList());
  }

  private static Named named(DatedTable.Row row) {
    if (row.cells().stream().anyMatch(String::isBlank)) {
      throw row.wrong();
    }
    return new Named(row.cell(0), row.words(1), row.words(2));
  }

  /** All places, in the table's order. */
  List<String> places() {
    return all.stream().flatMap(one -> one.there().stream()).toList();
  }

  /** All services, in the table's order. */
  List<String> services() {
    return all.stream().flatMap(one -> one.services().stream()).toList();
  }
}
