package porchlight.gather;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import porchlight.facts.RemoteTools.Tool;

/**
 * What tools for remote control are recognised by: the table that ships with the agent, which knows
 * nothing later than its own date.
 *
 * @param asOf the date of the table
 */
public record RemoteSigns(LocalDate asOf, List<Sign> signs) {
  private static final String TABLE = "/porchlight/data/remote-tools.tsv";
  private static final String DATE = "# data-as-of: ";
  private static final String COLUMNS = "tool\tsystem\tkind\tvalue\tsource";
  private static final List<String> SYSTEMS = List.of("linux", "macos", "windows");

  public RemoteSigns {
    signs = List.copyOf(signs);
  }

  /** What is looked for. */
  public enum Kind {
    /** A service, by the name of its file; a {@code *} in it stands for anything. */
    UNIT,
    /** A program, by its name in the folders for programs. */
    PROGRAM,
    /** A file or folder, by its whole path. */
    PATH,
    /** A process, by the name that the system tells of it. */
    PROCESS
  }

  /**
   * One sign of one tool.
   *
   * @param system {@code linux}, {@code macos} or {@code windows}
   */
  public record Sign(Tool tool, String system, Kind kind, String value) {}

  /** The table that ships with the agent. */
  public static RemoteSigns shipped() {
    try (InputStream in = Objects.requireNonNull(RemoteSigns.class.getResourceAsStream(TABLE))) {
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
  static RemoteSigns of(String text) {
    Optional<LocalDate> asOf = Optional.empty();
    boolean header = false;
    var signs = new ArrayList<Sign>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        asOf = Optional.of(LocalDate.parse(line.substring(DATE.length())));
      } else if (line.equals(COLUMNS)) {
        header = true;
      } else if (!line.startsWith("#")) {
        Sign sign = sign(line);
        if (!header || signs.contains(sign)) {
          throw new IllegalArgumentException("no header above, or twice: " + line);
        }
        signs.add(sign);
      }
    }
    return new RemoteSigns(
        asOf.orElseThrow(() -> new IllegalArgumentException("no date in the table")), signs);
  }

  private static Sign sign(String line) {
    String[] cells = line.split("\t", -1);
    Optional<Tool> tool = Tool.of(cells[0]);
    if (cells.length != 5
        || tool.isEmpty()
        || !SYSTEMS.contains(cells[1])
        || cells[3].isBlank()
        || cells[4].isBlank()) {
      throw new IllegalArgumentException("not a row: " + line);
    }
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(cells[2])) {
        return new Sign(tool.get(), cells[1], kind, cells[3]);
      }
    }
    throw new IllegalArgumentException("no such kind: " + line);
  }

  /** Those of that kind on that system. */
  public List<Sign> of(String system, Kind kind) {
    var some = new ArrayList<Sign>();
    for (Sign sign : signs) {
      if (sign.system().equals(system) && sign.kind() == kind) {
        some.add(sign);
      }
    }
    return List.copyOf(some);
  }
}
