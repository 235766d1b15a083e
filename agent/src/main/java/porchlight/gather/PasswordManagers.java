package porchlight.gather;

import java.time.LocalDate;
import java.util.List;

/**
 * The password managers that are products of their own: the table that ships with the agent, which
 * knows nothing later than its own date.
 *
 * @param asOf the date of the table
 */
public record PasswordManagers(LocalDate asOf, List<Manager> managers) {
  private static final String TABLE = "password-managers.tsv";
  private static final String COLUMNS = "name\tchromium\tfirefox\tprograms\tused\tsource";

  public PasswordManagers {
    managers = List.copyOf(managers);
  }

  /**
   * One of them.
   *
   * @param chromium ids of its extensions in browsers of Chromium's kind
   * @param firefox ids of its add-ons
   * @param programs where its program lies on Linux, below / or, after {@code ~/}, in a home
   * @param used what is in a home on Linux once a person has started it
   */
  public record Manager(
      String name,
      List<String> chromium,
      List<String> firefox,
      List<String> programs,
      List<String> used) {}

  /** The table that ships with the agent. */
  public static PasswordManagers shipped() {
    return of(DatedTable.shipped(TABLE, COLUMNS));
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  public static PasswordManagers of(String text) {
    return of(DatedTable.of(text, COLUMNS));
  }

  private static PasswordManagers of(DatedTable table) {
    return new PasswordManagers(
        table.asOf(), table.rows().stream().map(PasswordManagers::manager).toList());
  }

  private static Manager manager(DatedTable.Row row) {
    if (row.cell(0).isBlank() || row.cell(5).isBlank()) {
      throw row.wrong();
    }
    return new Manager(row.cell(0), row.words(1), row.words(2), row.words(3), row.words(4));
  }
}
