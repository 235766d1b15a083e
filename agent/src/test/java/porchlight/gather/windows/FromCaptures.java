package porchlight.gather.windows;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.json.tree.JsonText.NotJson;
import porchlight.machine.ReadRegistry;

/**
 * The values of captures that other programs printed, in the words in which Windows answers our
 * questions the same.
 */
public final class FromCaptures {
  private static final Pattern POLICY =
      Pattern.compile("MACHINE\\\\(.+)\\\\([^\\\\=]+)=([14]),(.*)");
  private static final Pattern LISTED = Pattern.compile("(\\w+) *: ?(.*)");
  private static final Pattern VALUE = Pattern.compile("\"([^\"]+)\"=(?:dword:(\\w+)|\"(.*)\")");
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.ROOT);
  private static final DateTimeFormatter CIM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private FromCaptures() {}

  /** Numbers and texts that {@code reg query} printed, below that key where it names none. */
  static void registry(WinTree tree, String file, String key) {
    String below = key;
    for (String line : WinCaptures.export(key, WinCaptures.text(file)).lines().toList()) {
      Matcher value = VALUE.matcher(line);
      if (line.startsWith("[")) {
        below = line.substring(1, line.length() - 1).replaceFirst("^HKEY_LOCAL_MACHINE", "HKLM");
      } else if (value.matches() && value.group(2) != null) {
        tree.number(below, value.group(1), Long.parseLong(value.group(2), 16));
      } else if (value.matches()) {
        tree.text(below, value.group(1), value.group(3));
      }
    }
  }

  /** Numbers and texts among the settings that {@code secedit /export} wrote. */
  static void security(WinTree tree, String file) {
    for (String line : WinCaptures.text(file).lines().toList()) {
      Matcher value = POLICY.matcher(line);
      if (value.matches() && value.group(3).equals("4")) {
        tree.number("HKLM\\" + value.group(1), value.group(2), Long.parseLong(value.group(4)));
      } else if (value.matches()) {
        tree.text("HKLM\\" + value.group(1), value.group(2), value.group(4).replace("\"", ""));
      }
    }
  }

  /** How {@code secedit} wrote the values that a question asks for. */
  public static String security(ReadRegistry question, String file) {
    var tree = new WinTree();
    security(tree, file);
    return tree.answer(question);
  }

  /** A list that PowerShell printed; its times, of no zone, are taken for those of Greenwich. */
  public static String listed(String file) {
    var out = new StringBuilder();
    for (String line : WinCaptures.text(file).lines().toList()) {
      Matcher listed = LISTED.matcher(line.strip());
      if (listed.matches()) {
        out.append(listed.group(1)).append('=').append(word(listed.group(2).strip())).append('\n');
      } else if (line.isBlank()) {
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static String word(String printed) {
    if (printed.equals("True") || printed.equals("False")) {
      return printed.toUpperCase(Locale.ROOT);
    }
    return printed.matches("\\d+/\\d+/\\d{4} .*")
        ? CIM.format(LocalDateTime.parse(printed, PRINTED)) + ".000000+000"
        : printed;
  }

  /** All objects of a list, or what they hold below {@code member}. */
  public static String wmi(String file, String member) {
    var out = new StringBuilder();
    for (Json one : items(file)) {
      Json.Obj object = one.asObject().orElseThrow();
      Json.Obj instance =
          member.isEmpty() ? object : object.get(member).flatMap(Json::asObject).orElseThrow();
      instance
          .members()
          .forEach((name, value) ->
              word(value)
                  .ifPresent(word -> out.append(name).append('=').append(word).append('\n')));
      out.append('\n');
    }
    return out.toString();
  }

  private static List<Json> items(String file) {
    try {
      return JsonText.parse(WinCaptures.text(file)).asItems().orElseThrow();
    } catch (NotJson notJson) {
      throw new AssertionError(file, notJson);
    }
  }

  /** WMI has neither objects nor lists of what PowerShell puts beside. */
  private static Optional<String> word(Json value) {
    return switch (value) {
      case Json.Str(var text) -> Optional.of(text);
      case Json.Num(var number) -> Optional.of(number);
      case Json.Bool(var truth) -> Optional.of(truth ? "TRUE" : "FALSE");
      case Json.Null() -> Optional.of("");
      case Json.Obj object -> Optional.empty();
      case Json.Arr list -> Optional.empty();
    };
  }
}
