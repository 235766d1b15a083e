package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;

/**
 * What a profile of a Chromium says of itself in {@code Preferences} and {@code Secure
 * Preferences}.
 */
public record ChromiumSettings(List<Json.Obj> files) {
  private static final String EXTENSIONS = "extensions/settings/*/";
  static final String WARNINGS = "safebrowsing.enabled";
  static final String PASSWORDS = "credentials_enable_service";

  /** What is looked at in these files. */
  public static final List<String> MEMBERS =
      List.of(
          WARNINGS.replace('.', '/'),
          PASSWORDS,
          EXTENSIONS + "location",
          EXTENSIONS + "state",
          EXTENSIONS + "disable_reasons",
          EXTENSIONS + "disable_reasons/*",
          EXTENSIONS + "preferences/" + WARNINGS,
          EXTENSIONS + "preferences/" + PASSWORDS);

  /** An extension that is there; it runs unless it is turned off. */
  record Extension(String id, boolean runs, Json.Obj entry) {}

  static Reading<ChromiumSettings> read(Machine machine, Profile profile) {
    var files = new ArrayList<Json.Obj>();
    for (String name : List.of(ChromiumProfiles.PREFERENCES, ChromiumProfiles.SECURE)) {
      if (!profile.files().has(profile.file(name))) {
        continue;
      }
      var question = profile.person().home().json(profile.file(name), MEMBERS);
      String called = profile.browser().name() + "'s " + name;
      switch (Told.read(
          question, called, machine.ask(question), said -> Trees.read(said, called))) {
        case Reading.Known<Json.Obj>(var object) -> files.add(object);
        case Reading.Unknown<Json.Obj> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(new ChromiumSettings(files));
  }

  /** What the person chose; empty where they did not. */
  Reading<Optional<Boolean>> chosen(String name) {
    Optional<Boolean> chosen = Optional.empty();
    for (Json.Obj file : files) {
      Optional<Json> value = Trees.in(file, name.split("[.]"));
      if (value.isPresent()) {
        if (!(value.get() instanceof Json.Bool(var on)) || !chosen.orElse(on).equals(on)) {
          return Reading.unknown(Reason.NOT_UNDERSTOOD, "the setting " + name + " is not plain");
        }
        chosen = Optional.of(on);
      }
    }
    return Reading.known(chosen);
  }

  /** What extensions that run make of a setting; empty where none does. */
  Reading<Optional<Boolean>> byExtension(String name) {
    return extensions()
        .flatMap(all -> {
          Optional<Boolean> made = Optional.empty();
          for (Extension one : all) {
            Optional<Json> value = Trees.in(one.entry(), "preferences", name);
            if (one.runs() && value.isPresent()) {
              if (!(value.get() instanceof Json.Bool(var on)) || !made.orElse(on).equals(on)) {
                return Reading.unknown(
                    Reason.NOT_UNDERSTOOD, "extensions do not agree on the setting " + name);
              }
              made = Optional.of(on);
            }
          }
          return Reading.known(made);
        });
  }

  /** All that are installed: an entry without a location is left over from one that was. */
  Reading<List<Extension>> extensions() {
    var all = new ArrayList<Extension>();
    for (Json.Obj file : files) {
      Optional<Json> settings = Trees.in(file, "extensions", "settings");
      if (settings.isEmpty()) {
        continue;
      }
      if (!(settings.get() instanceof Json.Obj entries)) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, "the list of extensions is none");
      }
      for (var entry : entries.members().entrySet()) {
        if (!(entry.getValue() instanceof Json.Obj one)) {
          return Reading.unknown(Reason.NOT_UNDERSTOOD, "an extension's entry is none");
        }
        if (one.get("location").isPresent()) {
          all.add(new Extension(entry.getKey(), runs(one), one));
        }
      }
    }
    return Reading.known(all);
  }

  /**
   * Until 2024 {@code state} was 1 and {@code disable_reasons} a number; since then there is only a
   * list of reasons, empty for one that runs (seen in Chromium 156).
   */
  private static boolean runs(Json.Obj entry) {
    boolean state = entry.get("state").map(value -> value.equals(new Json.Num("1"))).orElse(true);
    boolean reasons =
        entry
            .get("disable_reasons")
            .map(value -> value.equals(new Json.Num("0")) || value.equals(new Json.Arr(List.of())))
            .orElse(true);
    return state && reasons;
  }
}
