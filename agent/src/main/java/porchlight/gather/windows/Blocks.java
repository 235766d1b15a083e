package porchlight.gather.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** Blocks of {@code key=value} lines, apart by an empty line: what native questions answer with. */
public final class Blocks {
  private Blocks() {}

  /**
   * One block.
   *
   * @param kind the key of its first line
   * @param name that line's value
   */
  public record Block(Question question, String kind, String name, Map<String, String> values) {

    /** The value, which may be empty; nothing where the system gave none. */
    public Optional<String> text(String key) {
      return Optional.ofNullable(values.get(key));
    }

    /** The value, without which nothing can be said. */
    public Reading<String> required(String key) {
      return text(key)
          .<Reading<String>>map(Reading::known)
          .orElseGet(() -> Answers.notUnderstood(question, kind + " without " + key));
    }

    /** A whole number; what is none is not understood. */
    public Reading<Optional<Long>> number(String key) {
      String text = values.get(key);
      if (text == null) {
        return Reading.known(Optional.empty());
      }
      return text.matches("-?\\d{1,18}")
          ? Reading.known(Optional.of(Long.parseLong(text)))
          : Answers.notUnderstood(question, key + "=" + text);
    }

    /** Parts of a list, none for a value that is empty or not there. */
    public List<String> list(String key) {
      String text = values.getOrDefault(key, "");
      return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
  }

  public static Reading<List<Block>> read(Machine machine, Question question) {
    return read(question, machine.ask(question));
  }

  public static Reading<List<Block>> read(Question question, Answer answer) {
    return Answers.read(question, answer, said -> parse(question, said));
  }

  private static Reading<List<Block>> parse(Question question, Answer.Said said) {
    var blocks = new ArrayList<Block>();
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : (said.text() + "\n").split("\r?\n", -1)) {
      int equals = line.indexOf('=');
      if (line.isEmpty()) {
        add(question, blocks, values);
        values = new LinkedHashMap<>();
      } else if (said.code() != 0
          || equals < 1
          || values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
        return Answers.notUnderstood(question, line);
      }
    }
    return said.code() == 0
        ? Reading.known(List.copyOf(blocks))
        : Answers.notUnderstood(question, "code " + said.code());
  }

  private static void add(Question question, List<Block> blocks, Map<String, String> values) {
    if (!values.isEmpty()) {
      var first = values.entrySet().iterator().next();
      blocks.add(new Block(question, first.getKey(), first.getValue(), Map.copyOf(values)));
    }
  }
}
