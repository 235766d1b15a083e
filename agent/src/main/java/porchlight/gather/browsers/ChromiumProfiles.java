package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/** The profiles of a browser of Chromium's kind: those that its {@code Local State} lists. */
final class ChromiumProfiles {
  static final List<String> LISTED =
      List.of("profile/info_cache/*", ChromiumNames.SECTION + "/" + ChromiumNames.MODE);
  static final String PREFERENCES = "Preferences";
  static final String SECURE = "Secure Preferences";

  private static final String LOCAL_STATE = "/Local State";
  private static final String DEFAULT = "Default";
  private static final int MOST = 100;

  private ChromiumProfiles() {}

  static Reading<List<Profile>> read(Machine machine, Owner person, Browser browser) {
    var question = person.home().json(browser.folder() + LOCAL_STATE, LISTED);
    Answer answer = machine.ask(question);
    if (answer instanceof Answer.Missing) {
      return among(machine, person, browser, Set.of(), Trees.NONE);
    }
    String called = browser.name() + "'s Local State";
    return Told.read(question, called, answer, said -> Trees.read(said, called))
        .flatMap(
            state -> names(state).flatMap(names -> among(machine, person, browser, names, state)));
  }

  private static Reading<Set<String>> names(Json.Obj state) {
    var cache =
        state
            .get("profile")
            .flatMap(Json::asObject)
            .flatMap(profile -> profile.get("info_cache"))
            .flatMap(Json::asObject);
    if (cache.isEmpty()) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, "Local State lists no profiles");
    }
    Set<String> names = cache.get().members().keySet();
    return names.size() <= MOST && names.stream().allMatch(Trees::isName)
        ? Reading.known(names)
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "Local State: a name that is no folder's");
  }

  private static Reading<List<Profile>> among(
      Machine machine, Owner person, Browser browser, Set<String> listed, Json.Obj state) {
    var names = new LinkedHashSet<>(List.of(DEFAULT));
    names.addAll(listed);
    var paths = new ArrayList<String>();
    for (String name : names) {
      paths.add(browser.folder() + "/" + name + "/" + PREFERENCES);
      paths.add(browser.folder() + "/" + name + "/" + SECURE);
    }
    return Present.read(machine, person.home().among(paths), browser.name() + "'s profiles")
        .flatMap(there -> profiles(person, browser, names, listed, there, state));
  }

  private static Reading<List<Profile>> profiles(
      Owner person,
      Browser browser,
      Set<String> names,
      Set<String> listed,
      Present there,
      Json.Obj state) {
    var profiles = new ArrayList<Profile>();
    for (String name : names) {
      var profile = new Profile(person, browser, browser.folder() + "/" + name, there, state);
      if (there.has(profile.file(PREFERENCES))) {
        profiles.add(profile);
      } else if (listed.contains(name)) {
        return Reading.unknown(
            Reason.TOOL_MISSING,
            "the settings of a profile of " + browser.name() + " are not there");
      }
    }
    return listed.isEmpty() && !profiles.isEmpty()
        ? Reading.unknown(Reason.TOOL_MISSING, browser.name() + "'s list of profiles is not there")
        : Reading.known(profiles);
  }
}
