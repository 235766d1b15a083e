package porchlight.gather.macos.browsers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.ChromiumPolicies;
import porchlight.gather.browsers.FirefoxInstall;
import porchlight.gather.browsers.Policies;
import porchlight.gather.browsers.Profile;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * What administrators laid down for browsers on a Mac: browsers of Chromium's kind take what is
 * managed for mandatory and what else stands in their preferences for recommended, as in
 * policy_loader_mac.mm.
 */
final class MacPolicies implements Policies {
  static final List<ListFolder> FIREFOXES =
      List.of(
          new ListFolder("/Applications/Firefox.app/Contents/Resources"),
          new ListFolder("/Applications/Firefox Developer Edition.app/Contents/Resources"),
          new ListFolder("/Applications/Firefox Nightly.app/Contents/Resources"));

  private static final String FIREFOX = "org.mozilla.firefox";

  /** Without it Firefox obeys no preferences of macOS. */
  private static final String SWITCH = "EnterprisePoliciesEnabled";

  @Override
  public List<Reading<Rules>> chromium(Machine machine, Profile profile) {
    String bundle = profile.browser().policies().getFirst();
    var keys = ChromiumPolicies.NAMES;
    return List.of(
        Preferences.managed(machine, profile.person(), bundle, keys)
            .flatMap(managed ->
                Preferences.plain(machine, profile.person(), bundle, keys)
                    .map(plain ->
                        new Rules(new ChromiumPolicies(managed), new ChromiumPolicies(plain)))));
  }

  @Override
  public Reading<List<FirefoxInstall>> firefox(Machine machine, Profile profile) {
    return obeys(machine, profile)
        .flatMap(obeys ->
            obeys
                ? Reading.unknown(
                    Reason.NOT_SUPPORTED,
                    "Firefox obeys policies in the preferences of macOS, which are not read")
                : installs(machine));
  }

  private static Reading<Boolean> obeys(Machine machine, Profile profile) {
    var key = List.of(SWITCH);
    return Preferences.managed(machine, profile.person(), FIREFOX, key)
        .flatMap(managed ->
            Preferences.plain(machine, profile.person(), FIREFOX, key)
                .map(plain -> isOn(managed) || isOn(plain)));
  }

  /** Whatever it says but a plain no. */
  private static boolean isOn(Map<String, Json> preferences) {
    return preferences.containsKey(SWITCH) && !new Json.Bool(false).equals(preferences.get(SWITCH));
  }

  private static Reading<List<FirefoxInstall>> installs(Machine machine) {
    return FirefoxInstall.all(
        FIREFOXES.stream()
            .map(folder -> FirefoxInstall.read(machine, folder, Optional.empty(), List.of())));
  }
}
