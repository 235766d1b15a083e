package porchlight.gather;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How long versions of operating systems get security fixes: the table that ships with the agent,
 * which knows nothing later than its own date.
 *
 * @param asOf the date of the table
 */
public record Lifecycle(LocalDate asOf, Map<String, LocalDate> since, List<Version> versions) {
  private static final String TABLE = "/porchlight/data/os-lifecycle.tsv";
  private static final String DATE = "# data-as-of: ";
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
    try (InputStream in = Objects.requireNonNull(Lifecycle.class.getResourceAsStream(TABLE))) {
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
  static Lifecycle of(String text) {
    Optional<LocalDate> asOf = Optional.empty();
    boolean header = false;
    Map<String, LocalDate> since = new HashMap<>();
    List<Version> versions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        asOf = Optional.of(LocalDate.parse(line.substring(DATE.length())));
      } else if (line.startsWith(DATE_OF)) {
        String[] words = line.substring(DATE_OF.length()).split(": ", 2);
        since.put(words[0], LocalDate.parse(words[words.length - 1]));
      } else if (line.equals(COLUMNS)) {
        header = true;
      } else if (!line.startsWith("#")) {
        Version version = version(line);
        if (!header || !seen.add(version.product() + " " + version.cycle())) {
          throw new IllegalArgumentException("no header above, or twice: " + line);
        }
        versions.add(version);
      }
    }
    return new Lifecycle(
        asOf.orElseThrow(() -> new IllegalArgumentException("no date in the table")),
        since,
        versions);
  }

  private static Version version(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 9 || cells[0].isBlank() || cells[1].isBlank() || cells[8].isBlank()) {
      throw new IllegalArgumentException("not a row: " + line);
    }
    try {
      return new Version(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          cells[5].equals(OPEN) ? Optional.empty() : Optional.of(LocalDate.parse(cells[5])),
          cells[6].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cells[6])),
          cells[7]);
    } catch (java.time.DateTimeException notADay) {
      throw new IllegalArgumentException("not a date in: " + line, notADay);
    }
  }

  /** The version of that product, if the table has it. */
  public Optional<Version> find(String product, String cycle) {
    return versions.stream()
        .filter(version -> version.product().equals(product) && version.cycle().equals(cycle))
        .findFirst();
  }
}
