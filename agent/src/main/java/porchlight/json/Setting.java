package porchlight.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;

/**
 * All that {@code agent.json} and {@code managed.json} may say: the one list that readers, screens
 * and installers take names from.
 */
public enum Setting {
  SERVER("server", Form.TEXT),
  STATE_FOLDER("stateFolder", Form.TEXT),
  ENROLLMENT_TOKEN_FILE("enrollmentTokenFile", Form.TEXT),
  REPORT_SECONDS("reportSeconds", Form.NUMBER),
  WORKER_SECONDS("workerSeconds", Form.NUMBER),
  POLICY_FILE("policyFile", Form.TEXT),
  PROXY("proxy", Form.TEXT),
  PROXY_CREDENTIALS_FILE("proxyCredentialsFile", Form.TEXT),
  PINS("pins", Form.LIST),
  CONNECTION("connection", Form.TEXT);

  /** How a setting's value is written in JSON. */
  enum Form {
    TEXT,
    NUMBER,
    /** Of texts; one after the other with commas where there is only one line for them. */
    LIST
  }

  private final String word;
  private final Form form;

  Setting(String word, Form form) {
    this.word = word;
    this.form = form;
  }

  /** Its name in a file of settings. */
  public String word() {
    return word;
  }

  /** The variable that an installer reads it from: {@code PORCHLIGHT_REPORT_SECONDS}. */
  public String variable() {
    return Seeds.PREFIX + name();
  }

  /** The value that a line of text says, as JSON: what reads settings judges it. */
  public Json json(String text) {
    return switch (form) {
      case TEXT -> new Json.Str(text);
      case NUMBER ->
          text.matches("\\d{1,9}")
              ? new Json.Num(String.valueOf(Integer.parseInt(text)))
              : new Json.Str(text);
      case LIST -> {
        var items = new ArrayList<Json>();
        for (String item : text.split(",", -1)) {
          items.add(new Json.Str(item.strip()));
        }
        yield new Json.Arr(items);
      }
    };
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Setting::word).toList();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values())
        .filter(setting -> setting.variable().equals(variable))
        .findFirst();
  }
}
