package porchlight.central;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words on the command line, checked against what the command knows. */
record Options(Command command, Map<String, String> values) {
  private static final Set<String> EVERYWHERE = Set.of("--config", "--data", "--listen");

  /** What central can be asked to do. */
  enum Command {
    SERVE("serve", "--ready-file"),
    DEMO("demo", "--ready-file", "--devices", "--days", "--seed"),
    TOKEN("token", "--organisation", "--uses", "--days", "--approval"),
    TOKEN_ADD("token add", "--organisation", "--uses", "--days", "--approval"),
    TOKEN_LIST("token list"),
    TOKEN_REVOKE("token revoke", "--id"),
    DASHBOARD_LINK("dashboard-link"),
    DEVICE_LIST("device list", "--organisation"),
    DEVICE_APPROVE("device approve", "--device"),
    DEVICE_REVOKE("device revoke", "--device"),
    DEVICE_RETIRE("device retire", "--device"),
    DEVICE_ROTATE("device rotate", "--device"),
    DEVICE_MERGE("device merge", "--old", "--new"),
    USER_LIST("user list"),
    USER_ADD("user add", "--name", "--role", "--organisation"),
    USER_RESET("user reset", "--name", "--codes"),
    POLICY_SET("policy set", "--organisation", "--file"),
    POLICY_ROTATE_KEY("policy rotate-key"),
    POLICY_SHOW("policy show", "--organisation"),
    KEEP("keep", "--organisation", "--days"),
    BACKUP("backup", "--file"),
    RESTORE("restore", "--file"),
    REVOKE("revoke", "--device"),
    RETIRE("retire", "--device"),
    HELP("help");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of does not change.
    private final List<String> options;

    Command(String word, String... options) {
      this.word = word;
      this.options = List.of(options);
    }
  }

  /** The command line is wrong; the message is the one line to show. */
  static final class Usage extends Exception {
    private static final long serialVersionUID = 1;

    Usage(String line) {
      super(line, null, false, false);
    }
  }

  static Options parse(List<String> args) throws Usage {
    Deque<String> rest = new ArrayDeque<>(args);
    if (rest.contains("--help") || rest.contains("-h")) {
      return new Options(Command.HELP, Map.of());
    }
    Command command = Command.SERVE;
    if (!rest.isEmpty() && !rest.peek().startsWith("-")) {
      String word = rest.pop();
      if (!rest.isEmpty() && !rest.peek().startsWith("-")) {
        word = word + " " + rest.pop();
      }
      command = command(word);
    }
    Map<String, String> values = new HashMap<>();
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (!EVERYWHERE.contains(option) && !command.options.contains(option)) {
        throw new Usage(command.word + " knows no " + option + "; see --help");
      }
      if (rest.isEmpty()) {
        throw new Usage(option + " needs a value; see --help");
      }
      values.put(option, rest.pop());
    }
    return new Options(command, Map.copyOf(values));
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  String needed(String option) throws Usage {
    String value = value(option).orElse("").strip();
    if (value.isEmpty()) {
      throw new Usage(command.word + " needs " + option + "; see --help");
    }
    return value;
  }

  /** A whole number from 1 to {@code most}. */
  long number(String option, long fallback, long most) throws Usage {
    Optional<String> value = value(option);
    if (value.isEmpty()) {
      return fallback;
    }
    if (!value.get().matches("[1-9][0-9]{0,8}") || Long.parseLong(value.get()) > most) {
      throw new Usage(option + " is a whole number from 1 to " + most);
    }
    return Long.parseLong(value.get());
  }

  /** Which of two words an option says; the first when it says nothing. */
  boolean choice(String option, String off, String on) throws Usage {
    String word = value(option).orElse(off);
    if (!word.equals(off) && !word.equals(on)) {
      throw new Usage(option + " is " + off + " or " + on);
    }
    return word.equals(on);
  }

  /** What the command is about, where it names a device, an organisation or a token. */
  String subject() {
    return value("--device")
        .or(() -> value("--organisation"))
        .or(() -> value("--id"))
        .or(() -> value("--new"))
        .orElse("");
  }

  /** The words of the command, and nothing of what this machine is set up with. */
  String said() {
    return values.keySet().stream()
        .filter(option -> !EVERYWHERE.contains(option))
        .sorted()
        .map(option -> " " + option + " " + values.get(option))
        .collect(Collectors.joining("", command.word, ""));
  }

  private static Command command(String word) throws Usage {
    for (Command command : Command.values()) {
      if (command.word.equals(word)) {
        return command;
      }
    }
    throw new Usage("no command " + word + "; see --help");
  }
}
