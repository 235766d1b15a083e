package porchlight.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
  PINS("pins", Form.LIST);

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

  Form form() {
    return form;
  }

  /** The variable that an installer reads it from: {@code PORCHLIGHT_REPORT_SECONDS}. */
  public String variable() {
    return Seeds.PREFIX + name();
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
