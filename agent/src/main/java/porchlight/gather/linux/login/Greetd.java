package porchlight.gather.linux.login;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/**
 * greetd: a table {@code initial_session} is a session that is started without asking. TOML, of
 * which only tables and values on one line are understood.
 */
final class Greetd {
  static final ReadFile FILE = new ReadFile("/etc/greetd/config.toml");
  static final ReadFile COSMIC = new ReadFile("/etc/greetd/cosmic-greeter.toml");

  private static final Pattern TABLE = Pattern.compile("\\[\\s*([A-Za-z0-9_-]+)\\s*](?:\\s*#.*)?");
  private static final Pattern KEY =
      Pattern.compile(
          "([A-Za-z0-9_-]+)\\s*=\\s*(?!\"\"\"|''')(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[A-Za-z0-9_+-]+)(?:\\s*#.*)?");

  /** Accounts of greeters, which are nobody's. */
  private static final Set<String> GREETERS =
      Set.of("greeter", "greetd", "_greetd", "cosmic-greeter");

  private Greetd() {}

  static Reading<Entry> read(Machine machine, ReadFile file) {
    return Answers.read(file, machine.ask(file), said -> read(file, said.text()));
  }

  private static Reading<Entry> read(ReadFile file, String text) {
    var values = new HashMap<String, String>();
    String table = "";
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      var head = TABLE.matcher(line);
      var key = KEY.matcher(line);
      if (!KeyFile.isText(line)) {
        return Answers.notUnderstood(file, "it is no text");
      } else if (head.matches()) {
        table = head.group(1);
      } else if (key.matches()) {
        values.put(table + "." + key.group(1), key.group(2).replaceAll("^[\"']|[\"']$", ""));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        return Answers.notUnderstood(file, "a line that is neither a table nor a value");
      }
    }
    return entry(file, values);
  }

  private static Reading<Entry> entry(ReadFile file, Map<String, String> values) {
    if (!values.getOrDefault("initial_session.command", "").isEmpty()) {
      return Reading.known(
          new Entry.Opens(values.getOrDefault("initial_session.user", ""), "initial_session"));
    }
    if (values.getOrDefault("default_session.command", "").isEmpty()) {
      return Answers.notUnderstood(file, "no default session in it");
    }
    return GREETERS.contains(values.getOrDefault("default_session.user", "greeter"))
        ? Reading.known(new Entry.Asks())
        : Answers.notUnderstood(file, "its greeter runs as an account that is not known as one");
  }
}
