package porchlight.gather.browsers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.json.tree.Json;

/** What an administrator's policies say to a browser of Chromium's kind. */
public record ChromiumPolicies(Map<String, Json> values) {
  private static final String LEVEL = "SafeBrowsingProtectionLevel";
  private static final String OLD = "SafeBrowsingEnabled";
  private static final String SMART_SCREEN = "SmartScreenEnabled";
  private static final String PASSWORDS = "PasswordManagerEnabled";
  private static final String NAMES_MODE = "DnsOverHttpsMode";

  /** Those that are looked at. */
  public static final List<String> NAMES = List.of(LEVEL, OLD, SMART_SCREEN, PASSWORDS, NAMES_MODE);

  /** Without any. */
  public static final ChromiumPolicies NONE = new ChromiumPolicies(Map.of());

  /** Whether pages are warned of; empty where the policies do not say. */
  Reading<Optional<Boolean>> warnings(boolean edge) {
    if (edge) {
      return truth(SMART_SCREEN);
    }
    if (!values.containsKey(LEVEL)) {
      return truth(OLD);
    }
    long level = values.get(LEVEL) instanceof Json.Num number ? number.whole().orElse(-1L) : -1;
    return level >= 0 && level <= 2
        ? Reading.known(Optional.of(level > 0))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "a policy: " + LEVEL + " is no level");
  }

  /** Whether the browser offers to keep passwords; empty where the policies do not say. */
  Reading<Optional<Boolean>> passwords() {
    return truth(PASSWORDS);
  }

  /** The mode of DNS over HTTPS; empty where the policies do not say. */
  Optional<Json> mode() {
    return Optional.ofNullable(values.get(NAMES_MODE));
  }

  private Reading<Optional<Boolean>> truth(String name) {
    if (!values.containsKey(name)) {
      return Reading.known(Optional.empty());
    }
    return values.get(name) instanceof Json.Bool(var on)
        ? Reading.known(Optional.of(on))
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD, "a policy: " + name + " is neither true nor false");
  }
}
