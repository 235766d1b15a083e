package porchlight.gather.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a program of Windows printed, line by line; in some languages its blanks are no-break ones.
 */
public final class Lines {
  private static final int MOST = 20_000;

  private Lines() {}

  /** Without the blanks at their ends, and without empty lines; no more than anybody prints. */
  public static List<String> of(String text) {
    return all(text).stream().filter(line -> !line.isEmpty()).toList();
  }

  /** With the empty ones. */
  public static List<String> all(String text) {
    var lines = new ArrayList<String>();
    for (String line : text.replace("\uFEFF", "").split("[\r\n]", MOST)) {
      lines.add(line.replace('\u00A0', ' ').replace('\u202F', ' ').stripTrailing());
    }
    return lines.size() < MOST ? lines : lines.subList(0, MOST - 1);
  }

  /** How far it is set in. */
  public static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** A label and its value. */
  public record Row(String label, String value) {
    /** Empty for a line without a label. */
    public static Optional<Row> of(String line) {
      int colon = line.indexOf(':');
      int wide = line.indexOf('\uFF1A');
      int at = colon < 0 || (wide >= 0 && wide < colon) ? wide : colon;
      return at < 1
          ? Optional.empty()
          : Optional.of(new Row(line.substring(0, at).strip(), line.substring(at + 1).strip()));
    }
  }
}
