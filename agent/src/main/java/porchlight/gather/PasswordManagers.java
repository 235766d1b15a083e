package porchlight.gather;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The password managers that are products of their own: the table that ships with the agent, which
 * knows nothing later than its own date.
 *
 * @param asOf the date of the table
 */
public record PasswordManagers(LocalDate asOf, List<Manager> managers) {
  private static final String TABLE = "/porchlight/data/password-managers.tsv";
  private static final String DATE = "# data-as-of: ";
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
    try (InputStream in =
        Objects.requireNonNull(PasswordManagers.class.getResourceAsStream(TABLE))) {
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
  public static PasswordManagers of(String text) {
    Optional<LocalDate> asOf = Optional.empty();
    boolean header = false;
    var managers = new ArrayList<Manager>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        asOf = Optional.of(LocalDate.parse(line.substring(DATE.length())));
      } else if (line.equals(COLUMNS)) {
        header = true;
      } else if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        if (!header || cells.length != 6 || cells[0].isBlank() || cells[5].isBlank()) {
          throw new IllegalArgumentException("not a row: " + line);
        }
        managers.add(
            new Manager(
                cells[0], words(cells[1]), words(cells[2]), words(cells[3]), words(cells[4])));
      }
    }
    return new PasswordManagers(
        asOf.orElseThrow(() -> new IllegalArgumentException("no date in the table")), managers);
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
