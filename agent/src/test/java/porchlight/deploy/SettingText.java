package porchlight.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import porchlight.json.Setting;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * A setting as {@code config/agent.json} shows it to people.
 *
 * @param usual the value that holds where nothing is said; its kind is the setting's
 * @param explained the comment above it, on one line
 */
record SettingText(Setting setting, Json usual, String explained) {
  private static final Path FILE = Path.of("../config/agent.json");
  private static final Pattern BOUNDS = Pattern.compile("\\((\\d+) to (\\d+)\\)");

  /** How its value is written. */
  enum Kind {
    TEXT,
    NUMBER,
    /** Of texts. */
    LIST
  }

  /** The smallest and the greatest number that it may be. */
  record Bounds(int least, int most) {}

  static List<SettingText> all() throws IOException, JsonText.NotJson {
    var lines = Files.readAllLines(FILE);
    var values = JsonText.parseCommented(Files.readString(FILE)).asObject().orElseThrow();
    return Arrays.stream(Setting.values())
        .map(setting ->
            new SettingText(
                setting,
                values.get(setting.word()).orElseThrow(),
                comment(lines, "  \"" + setting.word() + "\":")))
        .toList();
  }

  private static String comment(List<String> lines, String member) {
    var comment = new ArrayList<String>();
    for (String line : lines) {
      if (line.startsWith(member)) {
        return String.join(" ", comment);
      }
      if (line.strip().startsWith("// ")) {
        comment.add(line.strip().substring(3));
      } else {
        comment.clear();
      }
    }
    throw new AssertionError("no " + member);
  }

  String word() {
    return setting.word();
  }

  Kind kind() {
    return switch (usual) {
      case Json.Str text -> Kind.TEXT;
      case Json.Num number -> Kind.NUMBER;
      case Json.Arr list -> Kind.LIST;
      case Json.Obj o -> throw new AssertionError(word() + " is " + o.kind());
      case Json.Bool b -> throw new AssertionError(word() + " is " + b.kind());
      case Json.Null n -> throw new AssertionError(word() + " is " + n.kind());
    };
  }

  /** The usual value in words; of a list, nothing. */
  String usualText() {
    return usual instanceof Json.Num(var literal) ? literal : usual.asText().orElse("");
  }

  /** Those that the comment tells of a number. */
  Bounds bounds() {
    var told = BOUNDS.matcher(explained);
    assertTrue(told.find(), word() + ": the comment tells no bounds");
    return new Bounds(Integer.parseInt(told.group(1)), Integer.parseInt(told.group(2)));
  }
}
