package porchlight.gather.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code nmcli -t} prints: fields with {@code :} between them, in which {@code \:} and {@code
 * \\} stand for the two signs. A field may hold a line end, because networks are named by
 * strangers; the last one of a row must not.
 */
public final class Terse {
  private Terse() {}

  /** The rows of so many fields; empty when the text does not divide into them. */
  public static Optional<List<List<String>>> rows(String text, int fields) {
    var rows = new ArrayList<List<String>>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\n') {
        at++; // the lists of two devices have an empty line between them
        continue;
      }
      var row = new ArrayList<String>();
      var field = new StringBuilder();
      for (; at < text.length() && row.size() < fields; at++) {
        char c = text.charAt(at);
        boolean last = row.size() == fields - 1;
        if (c == '\\' && at + 1 < text.length()) {
          at++;
          field.append(text.charAt(at));
        } else if (last ? c == '\n' : c == ':') {
          row.add(field.toString());
          field.setLength(0);
        } else if (last && c == ':') {
          return Optional.empty();
        } else {
          field.append(c);
        }
      }
      if (row.size() < fields) {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }
}
