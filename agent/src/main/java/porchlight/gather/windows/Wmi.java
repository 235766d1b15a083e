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
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadWmi;

/** Instances of a WMI class as lists of {@code Name=value} lines. */
public final class Wmi {
  private static final Pattern NAME = Pattern.compile("_{0,2}[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern ITEM =
      Pattern.compile("\\G(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\",{}]+))(,|$)");

  private Wmi() {}

  /** One instance; names are found in any case, as WMI has it. */
  public record Instance(Question question, Map<String, String> values) {

    /** The value; nothing for null. */
    public Optional<String> text(String name) {
      return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
          .filter(value -> !value.isEmpty());
    }

    /** A whole number; what is none is not understood. */
    public Reading<Optional<Long>> number(String name) {
      Optional<String> text = text(name);
      return text.isEmpty()
          ? Reading.known(Optional.empty())
          : text.get().matches("-?\\d{1,18}")
              ? Reading.known(text.map(Long::parseLong))
              : wrong(name, text.get());
    }

    /** A truth; what is none is not understood. */
    public Reading<Optional<Boolean>> truth(String name) {
      Optional<String> text = text(name).map(word -> word.toUpperCase(Locale.ROOT));
      return text.isEmpty()
          ? Reading.known(Optional.empty())
          : text.get().equals("TRUE") || text.get().equals("FALSE")
              ? Reading.known(text.map("TRUE"::equals))
              : wrong(name, text.get());
    }

    /** The items of an array, none for null. */
    public Reading<List<String>> list(String name) {
      String text = text(name).orElse("{}");
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return wrong(name, text);
      }
      String inner = text.substring(1, text.length() - 1);
      var items = new ArrayList<String>();
      Matcher found = ITEM.matcher(inner);
      int at = 0;
      while (at < inner.length()) {
        if (!found.find(at)) {
          return wrong(name, text);
        }
        String quoted = found.group(1);
        items.add(
            quoted == null ? String.valueOf(found.group(2)) : quoted.replaceAll("\\\\(.)", "$1"));
        at = found.end();
      }
      return inner.endsWith(",") ? wrong(name, text) : Reading.known(List.copyOf(items));
    }

    private <T> Reading<T> wrong(String name, String value) {
      return Answers.notUnderstood(question, name + "=" + value);
    }
  }

  public static Reading<List<Instance>> read(Machine machine, ReadWmi question) {
    return read(question, machine.ask(question));
  }

  /** For answers of programs in the same grammar, too. */
  public static Reading<List<Instance>> read(Question question, Answer answer) {
    return Answers.read(question, answer, said -> parse(question, said));
  }

  private static Reading<List<Instance>> parse(Question question, Answer.Said said) {
    var instances = new ArrayList<Instance>();
    Map<String, String> values = new LinkedHashMap<>();
    // wmic writes two returns before each newline, and empty lines between any two instances.
    for (String line : (said.text() + "\n").replace("\r", "").split("\n", -1)) {
      int equals = line.indexOf('=');
      if (line.isBlank()) {
        if (!values.isEmpty()) {
          instances.add(new Instance(question, Map.copyOf(values)));
          values = new LinkedHashMap<>();
        }
      } else if (said.code() != 0
          || equals < 1
          || !NAME.matcher(line.substring(0, equals)).matches()
          || values.put(
                  line.substring(0, equals).toLowerCase(Locale.ROOT), line.substring(equals + 1))
              != null) {
        return Answers.notUnderstood(question, line);
      }
    }
    return said.code() == 0
        ? Reading.known(List.copyOf(instances))
        : Answers.notUnderstood(question, "code " + said.code());
  }
}
