package porchlight.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.cli.Options.Option;
import porchlight.json.DidYouMean;

/**
 * A command line that was understood: {@code --name}, {@code --name VALUE} or {@code --name=VALUE},
 * and one operand where the command has one. Written here because a library for it took a quarter
 * of the time of a whole check.
 */
final class Arguments {
  private final Map<String, List<String>> given = new HashMap<>();
  private String operand = "";

  private Arguments() {}

  /**
   * Reads the words after the command.
   *
   * @throws Usage when they are not understood
   */
  static Arguments read(List<String> words, Options options) {
    var arguments = new Arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        arguments.operand(word, options);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      Option option = options.named(name).orElseThrow(() -> unknown(name, options));
      if (option.value().isEmpty()) {
        if (equals >= 0) {
          throw new Usage(name + " takes no value");
        }
        arguments.given.put(name, List.of());
      } else {
        boolean apart = equals < 0;
        if (apart && (i + 1 == words.size() || words.get(i + 1).startsWith("--"))) {
          throw new Usage(name + " needs a value: " + name + " " + option.value());
        }
        arguments.value(option, apart ? words.get(++i) : word.substring(equals + 1));
      }
    }
    if (!options.operand().isEmpty() && arguments.operand.isEmpty()) {
      throw new Usage(options.operand() + " is missing: " + options.operandAbout());
    }
    return arguments;
  }

  private static Usage unknown(String name, Options options) {
    return new Usage(
        "unknown option \""
            + name
            + "\""
            + DidYouMean.tail(options.names(), name, "--help lists them"));
  }

  private void operand(String word, Options options) {
    if (options.operand().isEmpty() || !operand.isEmpty()) {
      throw new Usage("\"" + word + "\" is one argument too many");
    }
    operand = word;
  }

  private void value(Option option, String value) {
    List<String> values = given.computeIfAbsent(option.name(), name -> new ArrayList<>());
    if (!option.many() && !values.isEmpty()) {
      throw new Usage(option.name() + " is given twice");
    }
    values.addAll(option.many() ? List.of(value.split(",", -1)) : List.of(value));
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  Optional<String> text(String name) {
    return values(name).stream().findFirst();
  }

  List<String> values(String name) {
    return given.getOrDefault(name, List.of());
  }

  /** Empty where the command has none. */
  String operand() {
    return operand;
  }
}
