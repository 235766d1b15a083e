package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one rule as iptables-save prints it, behind its chain's name. */
final class IptablesRule {
  /** Options whose value may look like an option, because a person wrote it. */
  private static final Set<String> FREE =
      Set.of(
          "--comment",
          "--log-prefix",
          "--nflog-prefix",
          "--ulog-prefix",
          "--name",
          "--string",
          "--hex-string",
          "--hashlimit-name",
          "--helper",
          "--genre",
          "--nfacct-name",
          "--bytecode",
          "--u32",
          "--path");

  private final List<Word> words;
  private final boolean v6;
  private final Set<String> chains;
  private int at;

  IptablesRule(String line, boolean v6, Set<String> chains) {
    this.words = words(line);
    this.v6 = v6;
    this.chains = chains;
  }

  /** A word of the line; what was in quotes is never an option. */
  private record Word(String text, boolean quoted) {
    boolean isOption() {
      return !quoted && text.length() > 1 && text.startsWith("-") && !isNegative();
    }

    private boolean isNegative() {
      return Character.isDigit(text.charAt(1));
    }

    boolean isNot() {
      return !quoted && text.equals("!");
    }
  }

  /** An option of a match: {@code ! --dport 22}. */
  record Option(String name, boolean negated, List<String> values) {
    String value() {
      return values.isEmpty() ? "" : values.get(0);
    }
  }

  List<Step> read() {
    var steps = new ArrayList<Step>();
    List<Step> end = List.of();
    while (at < words.size()) {
      Option option = next();
      switch (option.name()) {
        case "-m" -> steps.addAll(IptablesMatch.read(option.value(), options(), v6));
        case "-j", "--jump" -> end = target(option.value());
        case "-g", "--goto" -> end = List.of(Step.decide(new Verdict.Goto(option.value())));
        default ->
            steps.addAll(
                option.name().startsWith("--") // the ports of -p tcp, its -m tcp left out
                    ? IptablesMatch.read("tcp", List.of(option), v6)
                    : basic(option));
      }
    }
    steps.addAll(end);
    return steps;
  }

  private List<Step> basic(Option option) {
    Optional<Condition> condition =
        switch (option.name()) {
          case "-p" -> IptablesValues.protocol(option.value(), option.negated());
          case "-s" -> IptablesValues.network(Field.SADDR, option.value(), option.negated());
          case "-d" -> IptablesValues.network(Field.DADDR, option.value(), option.negated());
          case "-i" -> Optional.of(link(Field.IIF, option));
          case "-o" -> Optional.of(link(Field.OIF, option));
          case "-f" -> Optional.of(new Condition.Fixed(option.negated()));
          default -> Optional.empty();
        };
    return List.of(
        new Step.Test(condition.orElseGet(() -> new Condition.Unsure(option.toString(), false))));
  }

  private static Condition link(Field field, Option option) {
    String name = option.value();
    String pattern = name.endsWith("+") ? name.substring(0, name.length() - 1) + "*" : name;
    return new Condition.In(field, Words.name(pattern), option.negated());
  }

  private List<Step> target(String name) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Option option : options()) {
      given.put(option.name(), String.join(" ", option.values()));
    }
    return chains.contains(name)
        ? List.of(Step.decide(new Verdict.Jump(name)))
        : IptablesTarget.read(name, given);
  }

  /** The options that belong to the match or target just named. */
  private List<Option> options() {
    var options = new ArrayList<Option>();
    while (at < words.size()) {
      int ahead = words.get(at).isNot() ? at + 1 : at;
      if (ahead >= words.size() || !words.get(ahead).text().startsWith("--")) {
        break;
      }
      options.add(next());
    }
    return options;
  }

  private Option next() {
    boolean negated = words.get(at).isNot();
    if (negated) {
      at++;
    }
    if (at >= words.size()) {
      return new Option("", true, List.of());
    }
    String name = words.get(at++).text();
    var values = new ArrayList<String>();
    if (FREE.contains(name) && at < words.size()) {
      values.add(words.get(at++).text());
    }
    while (at < words.size() && !words.get(at).isOption() && !words.get(at).isNot()) {
      values.add(words.get(at++).text());
    }
    return new Option(name, negated, values);
  }

  private static List<Word> words(String line) {
    var words = new ArrayList<Word>();
    var word = new StringBuilder();
    boolean quoted = false;
    boolean open = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (open && c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == '"') {
        open = !open;
        quoted = true;
      } else if (c == ' ' && !open) {
        if (quoted || !word.isEmpty()) {
          words.add(new Word(word.toString(), quoted));
        }
        word.setLength(0);
        quoted = false;
      } else {
        word.append(c);
      }
    }
    if (quoted || !word.isEmpty()) {
      words.add(new Word(word.toString(), quoted));
    }
    return words;
  }
}
