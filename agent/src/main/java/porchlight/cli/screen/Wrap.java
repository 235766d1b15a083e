package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words, or inside one that is too long for a line. */
final class Wrap {
  private Wrap() {}

  /** Lines of at most {@code columns}; at least one. */
  static List<String> lines(String text, int columns) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(' ', at);
      String word = text.substring(at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      int width = Width.of(word);
      if (used > 0 && used + 1 + width > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      } else if (used > 0) {
        line.append(' ');
        used++;
      }
      while (width > columns) {
        int cut = cut(word, columns);
        lines.add(word.substring(0, cut));
        word = word.substring(cut);
        width = Width.of(word);
      }
      line.append(word);
      used += width;
    }
    if (used > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Where the first line of a long word ends: never inside a letter, never before it. */
  private static int cut(String word, int columns) {
    int used = 0;
    int at = 0;
    while (at < word.length()) {
      int c = word.codePointAt(at);
      used += Width.of(c);
      if (used > columns && at > 0) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
