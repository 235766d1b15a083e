package porchlight.gather.windows.browsers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.FirefoxInstall;
import porchlight.gather.browsers.FirefoxPolicies;
import porchlight.gather.windows.Registry;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.ReadRegistry;

/**
 * Firefox on Windows: what it is told by the registry, and where it is installed for everybody.
 * Policies of both kinds are put together by Firefox in its own way, so what they do not agree on
 * is unknown.
 */
final class WinFirefox {
  private static final String POLICIES = "SOFTWARE\\Policies\\Mozilla\\Firefox";
  private static final String PREFERENCES = "Preferences";
  private static final String HTTPS = "DNSOverHTTPS";
  private static final List<String> TRUTHS =
      List.of("PasswordManagerEnabled", "OfferToSaveLogins", "OfferToSaveLoginsDefault");
  private static final List<String> NAMES =
      List.of(TRUTHS.get(0), TRUTHS.get(1), TRUTHS.get(2), PREFERENCES + "?");

  static final ReadRegistry EVERYBODYS = new ReadRegistry("HKLM\\" + POLICIES, NAMES);
  static final ReadRegistry EVERYBODYS_PREFERENCES =
      new ReadRegistry("HKLM\\" + POLICIES + "\\" + PREFERENCES);

  /** How names are asked for has a key of its own, which is not read. */
  static final ReadRegistry EVERYBODYS_NAMES = new ReadRegistry("HKLM\\" + POLICIES + "\\" + HTTPS);

  static final ReadRegistry PERSONS_NAMES = new ReadRegistry("HKU\\*\\" + POLICIES + "\\" + HTTPS);
  static final ReadRegistry PERSONS = new ReadRegistry("HKU\\*\\" + POLICIES, NAMES);
  static final ReadRegistry PERSONS_PREFERENCES =
      new ReadRegistry("HKU\\*\\" + POLICIES + "\\" + PREFERENCES);

  static final List<ListFolder> FIREFOXES =
      List.of(
          new ListFolder("C:\\Program Files\\Mozilla Firefox"),
          new ListFolder("C:\\Program Files (x86)\\Mozilla Firefox"),
          new ListFolder("C:\\Program Files\\Firefox Developer Edition"),
          new ListFolder("C:\\Program Files\\Firefox Nightly"));

  private WinFirefox() {}

  static Reading<List<FirefoxInstall>> read(
      Machine machine, Registry persons, Registry preferences, String person, boolean boxed) {
    return Registry.read(machine, EVERYBODYS_NAMES)
        .flatMap(everybodys ->
            Registry.read(machine, PERSONS_NAMES)
                .flatMap(names ->
                    everybodys.has(EVERYBODYS_NAMES.key())
                            || names.has(person + "\\" + POLICIES + "\\" + HTTPS)
                        ? Reading.unknown(
                            Reason.NOT_SUPPORTED,
                            "a policy in the registry sets how Firefox asks for names")
                        : told(machine, persons, preferences, person, boxed)));
  }

  private static Reading<List<FirefoxInstall>> told(
      Machine machine, Registry persons, Registry preferences, String person, boolean boxed) {
    return Registry.read(machine, EVERYBODYS_PREFERENCES)
        .flatMap(all ->
            Registry.read(machine, EVERYBODYS)
                .flatMap(everybodys -> {
                  boolean has =
                      all.has(EVERYBODYS_PREFERENCES.key())
                          || preferences.has(person + "\\" + POLICIES + "\\" + PREFERENCES);
                  return told(persons, person + "\\" + POLICIES, has)
                      .flatMap(own ->
                          told(everybodys, EVERYBODYS.key(), has)
                              .flatMap(common -> {
                                var merged = new LinkedHashMap<>(own);
                                merged.putAll(common);
                                return installs(machine, merged, boxed);
                              }));
                }));
  }

  private static Reading<Map<String, Json>> told(
      Registry registry, String key, boolean preferences) {
    Reading<Boolean> more = registry.holds(key, PREFERENCES);
    if (preferences || (more instanceof Reading.Known<Boolean>(var is) && is)) {
      return Reading.unknown(
          Reason.NOT_SUPPORTED, "a policy in the registry sets preferences of Firefox");
    }
    return more.flatMap(none -> truths(registry, key));
  }

  private static Reading<Map<String, Json>> truths(Registry registry, String key) {
    var values = new LinkedHashMap<String, Json>();
    for (String name : TRUTHS) {
      switch (registry.number(key, name)) {
        case Reading.Known<Optional<Long>>(var value) ->
            Vendor.json(value).ifPresent(json -> values.put(name, json));
        case Reading.Unknown<Optional<Long>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(values);
  }

  private static Reading<List<FirefoxInstall>> installs(
      Machine machine, Map<String, Json> values, boolean boxed) {
    Optional<FirefoxPolicies> told =
        values.isEmpty()
            ? Optional.empty()
            : Optional.of(new FirefoxPolicies(new Json.Obj(values)));
    if (boxed) {
      var all = new ArrayList<>(List.of(FirefoxInstall.PLAIN));
      told.ifPresent(
          policies -> all.add(new FirefoxInstall(policies, FirefoxInstall.PLAIN.prefs())));
      return Reading.known(all);
    }
    var ways = new ArrayList<Optional<Reading<FirefoxPolicies>>>();
    ways.add(Optional.empty());
    told.ifPresent(policies -> ways.add(Optional.of(Reading.known(policies))));
    return FirefoxInstall.all(
        FIREFOXES.stream()
            .flatMap(folder ->
                ways.stream().map(way -> FirefoxInstall.read(machine, folder, way, List.of()))));
  }
}
