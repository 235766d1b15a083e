package porchlight.gather.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Question;

/** The grammar of an export of the registry, {@code .reg}, and what we add to it. */
final class RegistryText {
  private static final List<String> TITLES =
      List.of("Windows Registry Editor Version 5.00", "REGEDIT4");
  private static final Pattern HEADER = Pattern.compile("\\[(HKEY_[^\\[\\]-][^\\p{Cntrl}]*)]");
  private static final Pattern LINE =
      Pattern.compile("(?:\"((?:[^\"\\\\]|\\\\[^\\p{Cntrl}])*+)\"|(@))=(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[^\\p{Cntrl}])*+)\"");

  /** What stands in no name: it was spoilt on the way, or poses as another. */
  private static final Pattern ODD = Pattern.compile("[\\uFFFD\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final Pattern DWORD = Pattern.compile("dword:([0-9a-fA-F]{8})");
  private static final Pattern HEX =
      Pattern.compile(
          "hex(?:\\(([0-9a-fA-F]{1,8})\\))?:((?:[0-9a-fA-F]{2}(?:,(?=[0-9a-fA-F])|$))*+)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
  private static final int BINARY = 3;

  private final Question question;
  private final Map<String, RegistryKey> keys = new LinkedHashMap<>();

  private RegistryText(Question question) {
    this.question = question;
  }

  static Reading<Registry> parse(Question question, String text) {
    return new RegistryText(question).parse(text);
  }

  private Reading<Registry> parse(String text) {
    RegistryKey key = null;
    for (String line : lines(text)) {
      if (line.isEmpty() || line.startsWith(";") || TITLES.contains(line)) {
        continue;
      }
      Matcher header = HEADER.matcher(line);
      if (header.matches() && !ODD.matcher(line).find()) {
        key = new RegistryKey(header.group(1), false, false, new LinkedHashMap<>());
        if (keys.put(Registry.normal(key.path()), key) != null) {
          return Answers.notUnderstood(question, "twice: " + line);
        }
      } else if (key == null) {
        return Answers.notUnderstood(question, line);
      } else if (line.equals("absent") || line.equals("denied")) {
        keys.put(
            Registry.normal(key.path()),
            new RegistryKey(key.path(), line.equals("absent"), line.equals("denied"), Map.of()));
        key = null; // nothing more can be said of it
      } else {
        Optional<RegistryValue> value = value(line);
        if (value.isEmpty()
            || key.values().put(value.get().name().toLowerCase(Locale.ROOT), value.get()) != null) {
          return Answers.notUnderstood(question, line);
        }
      }
    }
    return keys.isEmpty()
        ? Answers.notUnderstood(question, "no key: " + text)
        : Reading.known(new Registry(question, keys));
  }

  /** A line that ends in a backslash goes on in the next, which is set in, outside of texts. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    var open = new StringBuilder();
    for (String raw : text.replace("\uFEFF", "").split("\r?\n", -1)) {
      String line = open.isEmpty() ? raw : raw.strip();
      if (line.endsWith("\\") && (open.length() > 0 || line.contains("=hex"))) {
        open.append(line, 0, line.length() - 1);
      } else {
        lines.add(open + line.stripTrailing());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      lines.add(open + "\\"); // cut off: it is no value
    }
    return lines;
  }

  private static Optional<RegistryValue> value(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String quoted = parts.group(1);
    String name = quoted == null ? "(default)" : unescaped(quoted);
    if (ODD.matcher(name).find()) {
      return Optional.empty();
    }
    String data = parts.group(3);
    Matcher text = QUOTED.matcher(data);
    if (text.matches()) {
      return Optional.of(new RegistryValue.Text(name, unescaped(text.group(1))));
    }
    Matcher number = DWORD.matcher(data);
    if (number.matches()) {
      return Optional.of(new RegistryValue.Whole(name, Long.parseLong(number.group(1), 16)));
    }
    Matcher hex = HEX.matcher(data);
    if (hex.matches()) {
      String kind = hex.group(1);
      String bytes = hex.group(2).replace(",", "");
      return Optional.of(
          new RegistryValue.Raw(
              name, kind == null ? BINARY : (int) Long.parseLong(kind, 16), bytes));
    }
    return data.equals("?") ? Optional.of(new RegistryValue.Present(name)) : Optional.empty();
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1) == null
                    ? found.group(2)
                    : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
