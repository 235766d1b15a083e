package porchlight.gather.linux.antivirus;

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
 * The antivirus programs that are known on Linux: the table that ships with the agent.
 *
 * @param asOf the date of the table
 */
record Products(LocalDate asOf, List<Named> all) {
  private static final String TABLE = "/porchlight/data/antivirus-linux.tsv";
  private static final String DATE = "# data-as-of: ";
  private static final String COLUMNS = "name\tthere\tservices\tsource";

  /** The table that ships with the agent. */
  static final Products SHIPPED = shipped();

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

  private static Products shipped() {
    try (InputStream in = Objects.requireNonNull(Products.class.getResourceAsStream(TABLE))) {
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
  static Products of(String text) {
    Optional<LocalDate> asOf = Optional.empty();
    boolean header = false;
    var all = new ArrayList<Named>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        asOf = Optional.of(LocalDate.parse(line.substring(DATE.length())));
      } else if (line.equals(COLUMNS)) {
        header = true;
      } else if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        if (!header || cells.length != 4 || List.of(cells).stream().anyMatch(String::isBlank)) {
          throw new IllegalArgumentException("not a row: " + line);
        }
        all.add(new Named(cells[0], List.of(cells[1].split(" ")), List.of(cells[2].split(" "))));
      }
    }
    return new Products(
        asOf.orElseThrow(() -> new IllegalArgumentException("no date in the table")), all);
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
