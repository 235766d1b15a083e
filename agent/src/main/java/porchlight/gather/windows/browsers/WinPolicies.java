package porchlight.gather.windows.browsers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.browsers.ChromiumPolicies;
import porchlight.gather.browsers.Effective;
import porchlight.gather.browsers.FirefoxInstall;
import porchlight.gather.browsers.Owner;
import porchlight.gather.browsers.Policies;
import porchlight.gather.browsers.Profile;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.upkeep.WinManagement;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/**
 * What administrators laid down for browsers on Windows: for everybody first, then for the person.
 * Browsers of Chromium's kind obey some of it only on machines of a company, so that on others it
 * may hold or not.
 *
 * @param people the stand-ins of the registry
 */
record WinPolicies(Map<Owner, String> people) implements Policies {
  private static final String OWN = "Software\\Microsoft\\Edge\\SmartScreenEnabled";

  /** Where Edge keeps what a person chose in the settings of Windows. */
  static final ReadRegistry SMART_SCREEN = new ReadRegistry("HKU\\*\\" + OWN, "(default)");

  @Override
  public List<Reading<Rules>> chromium(Machine machine, Profile profile) {
    Vendor vendor = Vendor.of(profile.browser().policies().getFirst());
    Reading<Rules> rules =
        values(machine, profile.person(), vendor.managed(), vendor.personsManaged())
            .flatMap(managed ->
                values(machine, profile.person(), vendor.recommended(), vendor.personsRecommended())
                    .map(advised ->
                        new Rules(new ChromiumPolicies(managed), new ChromiumPolicies(advised))));
    return rules instanceof Reading.Known<Rules>(var known)
            && Vendor.OF_COMPANIES.stream()
                .anyMatch(name ->
                    known.managed().values().containsKey(name)
                        || known.recommended().values().containsKey(name))
            && !isOfACompany(machine)
        ? List.of(
            rules, Reading.known(new Rules(without(known.managed()), without(known.recommended()))))
        : List.of(rules);
  }

  private static boolean isOfACompany(Machine machine) {
    return WinManagement.read(machine) instanceof Reading.Known<Management>(var management)
        && management instanceof Management.Enrolled;
  }

  private static ChromiumPolicies without(ChromiumPolicies policies) {
    var values = new LinkedHashMap<>(policies.values());
    Vendor.OF_COMPANIES.forEach(values::remove);
    return new ChromiumPolicies(values);
  }

  private Reading<Map<String, Json>> values(
      Machine machine, Owner person, ReadRegistry everybodys, ReadRegistry persons) {
    return Registry.read(machine, everybodys)
        .flatMap(registry -> values(registry, everybodys.key()))
        .flatMap(all ->
            theirs(machine, person, persons)
                .map(own -> {
                  var merged = new LinkedHashMap<>(own);
                  merged.putAll(all);
                  return merged;
                }));
  }

  private Reading<Map<String, Json>> theirs(Machine machine, Owner person, ReadRegistry question) {
    return hive(machine, person, question)
        .flatMap(registry ->
            values(registry, question.key().replace("*", people.getOrDefault(person, ""))));
  }

  /** The answer, where that person's part of the registry is in it. */
  private Reading<Registry> hive(Machine machine, Owner person, ReadRegistry question) {
    String key = "HKU\\" + people.getOrDefault(person, "");
    return Registry.read(machine, question)
        .flatMap(registry -> {
          if (registry.denied(key)) {
            return Reading.unknown(
                Reason.NEEDS_PRIVILEGE, "the registry of somebody else may not be read");
          }
          return registry.has(key)
              ? Reading.known(registry)
              : Reading.unknown(
                  Reason.NOT_SUPPORTED,
                  "the registry of somebody who is not logged in is not read");
        });
  }

  private static Reading<Map<String, Json>> values(Registry registry, String key) {
    var values = new LinkedHashMap<String, Json>();
    for (String name : ChromiumPolicies.NAMES) {
      switch (Vendor.value(registry, key, name)) {
        case Reading.Known<Optional<Json>>(var value) ->
            value.ifPresent(json -> values.put(name, json));
        case Reading.Unknown<Optional<Json>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(values);
  }

  @Override
  public Reading<Optional<Effective>> smartScreen(Machine machine, Profile profile) {
    String key = "HKU\\" + people.getOrDefault(profile.person(), "") + "\\" + OWN;
    return hive(machine, profile.person(), SMART_SCREEN)
        .flatMap(registry -> registry.number(key, "(default)"))
        .flatMap(chosen ->
            chosen.isEmpty() || chosen.get() == 0 || chosen.get() == 1
                ? Reading.known(chosen.map(number -> new Effective(number == 1, Effective.SETTING)))
                : Answers.notUnderstood(SMART_SCREEN, "neither on nor off: " + chosen.get()));
  }

  @Override
  public Reading<List<FirefoxInstall>> firefox(Machine machine, Profile profile) {
    return hive(machine, profile.person(), WinFirefox.PERSONS)
        .flatMap(persons ->
            hive(machine, profile.person(), WinFirefox.PERSONS_PREFERENCES)
                .flatMap(preferences ->
                    WinFirefox.read(
                        machine,
                        persons,
                        preferences,
                        "HKU\\" + people.getOrDefault(profile.person(), ""),
                        profile.browser().boxed())));
  }
}
