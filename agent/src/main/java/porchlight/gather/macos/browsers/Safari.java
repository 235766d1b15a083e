package porchlight.gather.macos.browsers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.gather.browsers.Effective;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Present;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/**
 * Whether Safari warns of pages that deceive: what is managed, else what the person chose, else it
 * does. It keeps the choice in a box that macOS opens only to programs with Full Disk Access, be
 * they root's or the person's own.
 */
final class Safari {
  static final String NAME = "Safari";

  private static final String BUNDLE = "com.apple.Safari";
  private static final String KEY = "WarnAboutFraudulentWebsites";
  private static final List<String> KEYS = List.of(KEY);
  private static final String FOLDER = "Library/Containers/com.apple.Safari";
  private static final String BOX = FOLDER + "/Data/Library/Preferences/com.apple.Safari.plist";
  private static final String CALLED = "Safari's settings";

  /** It has no resolver of its own, but iCloud's Private Relay may ask in its place. */
  static final Names NAMES =
      new Names.Unclear(
          Reason.NOT_SUPPORTED, "whether iCloud Private Relay asks for names is not known");

  private Safari() {}

  /** Whether the person has ever started it. */
  static Reading<Boolean> wasStarted(Machine machine, Owner person) {
    return Present.read(machine, person.home().among(List.of(FOLDER)), "a home folder")
        .flatMap(home ->
            home.of("denied").isEmpty()
                ? Reading.known(home.has(FOLDER))
                : Reading.unknown(Reason.NEEDS_PRIVILEGE, "a home folder: permission denied"));
  }

  /** Empty where the person has never started it. */
  static Reading<Optional<Effective>> warnings(Machine machine, Owner person) {
    return Preferences.managed(machine, person, BUNDLE, KEYS)
        .flatMap(managed ->
            managed.containsKey(KEY)
                ? truth(managed, Effective.POLICY).map(Optional::of)
                : chosen(machine, person));
  }

  private static Reading<Optional<Effective>> chosen(Machine machine, Owner person) {
    var question = person.home().json(BOX, KEYS);
    Answer answer = machine.ask(question);
    if (answer instanceof Answer.Missing) {
      return Present.read(machine, person.home().among(List.of(FOLDER)), "a home folder")
          .flatMap(home ->
              home.has(FOLDER)
                  ? Reading.unknown(Reason.TOOL_MISSING, CALLED + " are not there")
                  : Reading.known(Optional.empty()));
    }
    Reading<Map<String, Json>> told =
        Told.read(question, CALLED, answer, said -> Preferences.members(question, said, CALLED));
    // Whoever may look into the rest of a home is kept out of this for want of consent.
    return told instanceof Unknown<Map<String, Json>>(var reason, var detail)
            && reason == Reason.NEEDS_PRIVILEGE
        ? Reading.unknown(Reason.NEEDS_CONSENT, detail + " (Full Disk Access is not granted)")
        : told.flatMap(own ->
            own.containsKey(KEY)
                ? truth(own, Effective.SETTING).map(Optional::of)
                : Reading.known(Optional.of(new Effective(true, Effective.DEFAULT))));
  }

  /** {@code defaults write} makes numbers of truths. */
  private static Reading<Effective> truth(Map<String, Json> settings, String by) {
    Json value = settings.getOrDefault(KEY, new Json.Null());
    boolean on = value.equals(new Json.Bool(true)) || value.equals(new Json.Num("1"));
    boolean off = value.equals(new Json.Bool(false)) || value.equals(new Json.Num("0"));
    return on || off
        ? Reading.known(new Effective(on, by))
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD, CALLED + ": " + KEY + " is neither true nor false");
  }
}
