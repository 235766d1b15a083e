package porchlight.gather.browsers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;

/**
 * Settings of one preferences file.
 *
 * @param user what a person chose
 * @param defaults what holds where they did not
 * @param locked those of the defaults that nobody may choose against
 */
public record FirefoxPrefs(
    Map<String, String> user, Map<String, String> defaults, List<String> locked) {
  static final String PHISHING = "browser.safebrowsing.phishing.enabled";
  static final String MALWARE = "browser.safebrowsing.malware.enabled";
  static final String PASSWORDS = "signon.rememberSignons";

  /** A script of an administrator's (AutoConfig) that may set anything. */
  static final String SCRIPT = "general.config.filename";

  /** Which lists of dangerous pages are looked into, and where Firefox gets them. */
  static final List<String> LISTS =
      List.of(
          "urlclassifier.phishTable",
          "urlclassifier.malwareTable",
          "browser.safebrowsing.provider.google4.updateURL",
          "browser.safebrowsing.provider.google4.gethashURL",
          "browser.safebrowsing.provider.google5.updateURL",
          "browser.safebrowsing.provider.google5.gethashURL");

  /** How names are asked over HTTPS: 2 and 3 do. */
  static final String NAMES_MODE = "network.trr.mode";

  /** The same where the person chose nothing, as Firefox found it best. */
  static final String ROLLED_OUT_MODE = "doh-rollout.mode";

  /** Whether Firefox looks for itself what is best. */
  static final String ROLLED_OUT = "doh-rollout.self-enabled";

  /** Those that are looked at. */
  public static final List<String> NAMES =
      List.of(
          PHISHING,
          MALWARE,
          PASSWORDS,
          SCRIPT,
          LISTS.get(0),
          LISTS.get(1),
          LISTS.get(2),
          LISTS.get(3),
          LISTS.get(4),
          LISTS.get(5),
          NAMES_MODE,
          ROLLED_OUT_MODE,
          ROLLED_OUT);

  /** Without any. */
  public static final FirefoxPrefs NONE = new FirefoxPrefs(Map.of(), Map.of(), List.of());

  private static final Pattern LINE =
      Pattern.compile(
          "(user|default) ([A-Za-z0-9.-]{1,80})=(true|false|[-+]?\\d{1,12}|\"\\??\")( locked)?");

  static Reading<FirefoxPrefs> read(Answer.Said said, String file) {
    var user = new HashMap<String, String>();
    var defaults = new HashMap<String, String>();
    var locked = new java.util.ArrayList<String>();
    for (String line : said.text().lines().toList()) {
      var parts = LINE.matcher(line);
      if (said.code() != 0 || !parts.matches()) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, file + ": " + Answers.brief(line));
      }
      (parts.group(1).equals("user") ? user : defaults).put(parts.group(2), parts.group(3));
      if (parts.group(4) != null) {
        locked.add(parts.group(2));
      }
    }
    return said.code() == 0
        ? Reading.known(new FirefoxPrefs(user, defaults, locked))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, file + ": it could not be read");
  }

  /** Both; what {@code next} says comes later and so holds. */
  FirefoxPrefs then(FirefoxPrefs next) {
    var merged =
        new FirefoxPrefs(
            new HashMap<>(user), new HashMap<>(defaults), new java.util.ArrayList<>(locked));
    merged.user.putAll(next.user);
    merged.defaults.putAll(next.defaults);
    merged.locked.addAll(next.locked);
    return merged;
  }

  Optional<String> chosen(String name) {
    return Optional.ofNullable(user.get(name));
  }

  Optional<String> standard(String name) {
    return Optional.ofNullable(defaults.get(name));
  }
}
