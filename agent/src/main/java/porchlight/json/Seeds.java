package porchlight.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * What whoever installs this agent says in the environment: settings, and the token for the first
 * contact.
 *
 * @param settings values by setting, as JSON
 * @param token the one secret; it never goes into a file of settings
 */
public record Seeds(Map<Setting, Json> settings, Optional<String> token) {
  /** With which every variable begins that is for us. */
  public static final String PREFIX = "PORCHLIGHT_";

  /** The variable that holds the enrolment token. */
  public static final String TOKEN = PREFIX + "ENROLLMENT_TOKEN";

  /** What the agent tells its own processes in variables; not an installer's business. */
  private static final List<String> ITS_OWN =
      List.of("RUN", "START", "WAKE", "WORKER", "WORKERS_LOST");

  private static final int LONGEST_TOKEN = 512;

  /** Printed, it does not say the token. */
  @Override
  public String toString() {
    return settings + (token.isPresent() ? " and a token" : "");
  }

  /**
   * Those in that environment; a variable that is empty says nothing.
   *
   * @throws Refused on a variable of ours that nobody reads, or a value that no setting can have
   */
  public static Seeds of(Map<String, String> environment) {
    var settings = new LinkedHashMap<Setting, Json>();
    var token = Optional.<String>empty();
    for (var variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      String value = variable.getValue().strip();
      if (!name.startsWith(PREFIX)
          || value.isEmpty()
          || ITS_OWN.contains(name.substring(PREFIX.length()))) {
        continue;
      }
      if (name.equals(TOKEN)) {
        token = Optional.of(token(value));
        continue;
      }
      Setting setting = Setting.ofVariable(name).orElseThrow(() -> unknown(name));
      Json said = setting.json(value);
      SettingsReader.read(
          setting.variable(), JsonText.compact(new Json.Obj(Map.of(setting.word(), said))));
      settings.put(setting, said);
    }
    return new Seeds(settings, token);
  }

  /**
   * The text of a file of settings with these over what it says already.
   *
   * @param source that file as the operator knows it, for messages
   */
  public String over(String source, Optional<String> text) {
    var members = new LinkedHashMap<String, Json>();
    text.ifPresent(written -> members.putAll(members(source, written)));
    settings.forEach((setting, value) -> members.put(setting.word(), value));
    String merged = JsonText.pretty(new Json.Obj(members));
    SettingsReader.read(source, merged);
    return merged;
  }

  private static Map<String, Json> members(String source, String text) {
    try {
      return JsonText.parseCommented(text)
          .asObject()
          .orElseThrow(() -> new Refused(source + ": expected an object"))
          .members();
    } catch (JsonText.NotJson notJson) {
      throw new Refused(source + ": not JSON: " + notJson.getMessage());
    }
  }

  private static String token(String value) {
    if (value.length() > LONGEST_TOKEN || !value.matches("[!-~]+")) {
      throw new Refused(
          TOKEN + ": expected up to " + LONGEST_TOKEN + " visible ASCII characters without blanks");
    }
    return value;
  }

  private static Refused unknown(String name) {
    var known = new ArrayList<String>();
    for (Setting setting : Setting.values()) {
      known.add(setting.variable());
    }
    known.add(TOKEN);
    return new Refused(
        "the variable "
            + Fields.quoted(name)
            + " is read by nobody"
            + DidYouMean.tail(known, name, "known here: " + String.join(", ", known)));
  }
}
