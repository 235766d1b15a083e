package porchlight.gather;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.RemoteTools.Tool;

/**
 * What tools for remote control are recognised by: the table that ships with the agent, which knows
 * nothing later than its own date.
 *
 * @param asOf the date of the table
 */
public record RemoteSigns(LocalDate asOf, List<Sign> signs) {
  private static final String TABLE = "remote-tools.tsv";
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
    return of(DatedTable.shipped(TABLE, COLUMNS));
  }

  /**
   * The table written so.
   *
   * @throws IllegalArgumentException naming the row that is not right
   */
  static RemoteSigns of(String text) {
    return of(DatedTable.of(text, COLUMNS));
  }

  private static RemoteSigns of(DatedTable table) {
    var signs = new LinkedHashSet<Sign>();
    for (DatedTable.Row row : table.rows()) {
      if (!signs.add(sign(row))) {
        throw new IllegalArgumentException("twice: " + row.line());
      }
    }
    return new RemoteSigns(table.asOf(), List.copyOf(signs));
  }

  private static Sign sign(DatedTable.Row row) {
    Optional<Tool> tool = Tool.of(row.cell(0));
    if (tool.isEmpty()
        || !SYSTEMS.contains(row.cell(1))
        || row.cell(3).isBlank()
        || row.cell(4).isBlank()) {
      throw row.wrong();
    }
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(row.cell(2))) {
        return new Sign(tool.get(), row.cell(1), kind, row.cell(3));
      }
    }
    throw new IllegalArgumentException("no such kind: " + row.line());
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
