package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer to {@link porchlight.machine.Question.ReadStanzas}, field by field.
 *
 * @param whole whether the file ended where a paragraph ends
 * @param bytes the length of the file
 */
record Paragraphs(List<Map<String, String>> all, boolean whole, long bytes) {
  private static final Pattern END = Pattern.compile("# bytes ([0-9]{1,15})( unfinished)?");

  /** Empty when the answer is not of that form, or a paragraph has a field twice. */
  static Optional<Paragraphs> of(String answer) {
    List<Map<String, String>> all = new ArrayList<>();
    Map<String, String> current = new HashMap<>();
    List<String> lines = answer.lines().toList();
    var end = END.matcher(lines.isEmpty() ? "" : lines.getLast());
    if (!end.matches()) {
      return Optional.empty();
    }
    for (String line : lines.subList(0, lines.size() - 1)) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        all.add(current);
        current = new HashMap<>();
      } else if (colon < 1
          || current.put(line.substring(0, colon), line.substring(colon + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    if (!current.isEmpty()) {
      all.add(current);
    }
    return Optional.of(new Paragraphs(all, end.group(2) == null, Long.parseLong(end.group(1))));
  }
}
