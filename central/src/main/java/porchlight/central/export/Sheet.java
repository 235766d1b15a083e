package porchlight.central.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import porchlight.central.json.Json;

/**
 * A table to take away: named columns, and rows with a text for each; what is not known is empty.
 */
public record Sheet(String name, List<String> columns, Stream<List<String>> rows) {
  /**
   * RFC 4180, every cell in quotes. A cell that a spreadsheet would run as a formula begins with an
   * apostrophe.
   */
  public void csv(Appendable out) throws IOException {
    line(out, columns);
    try (rows) {
      for (List<String> row : (Iterable<List<String>>) rows::iterator) {
        line(out, row);
      }
    }
  }

  /** {@code {"name": [{"column": "text", …}, …]}}; what is empty is left out. */
  public void json(Appendable out) throws IOException {
    out.append("{\"").append(name).append("\": [");
    String between = "\n";
    try (rows) {
      for (List<String> row : (Iterable<List<String>>) rows::iterator) {
        out.append(between).append(Json.write(object(row)));
        between = ",\n";
      }
    }
    out.append("\n]}\n");
  }

  private Map<String, String> object(List<String> row) {
    Map<String, String> object = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!row.get(i).isEmpty()) {
        object.put(columns.get(i), row.get(i));
      }
    }
    return object;
  }

  private static void line(Appendable out, List<String> cells) throws IOException {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      quoted.add('"' + harmless(cell).replace("\"", "\"\"") + '"');
    }
    out.append(String.join(",", quoted)).append("\r\n");
  }

  /** Also where blanks come first, and for the wide forms of the signs, which some read as well. */
  static String harmless(String cell) {
    String text = cell.strip();
    boolean formula = !text.isEmpty() && "=+-@|%＝＋－＠".indexOf(text.charAt(0)) >= 0;
    boolean control = !cell.isEmpty() && (cell.charAt(0) == '\t' || cell.charAt(0) == '\r');
    return formula || control ? "'" + cell : cell;
  }
}
