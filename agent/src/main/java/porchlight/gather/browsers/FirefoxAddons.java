package porchlight.gather.browsers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;

/** The add-ons of a profile that run: {@code extensions.json}. */
final class FirefoxAddons {
  static final List<String> MEMBERS = List.of("addons", "addons/*/id", "addons/*/active");

  private static final String CALLED = "Firefox's " + FirefoxProfiles.ADDONS;

  private FirefoxAddons() {}

  static Reading<Set<String>> read(Machine machine, Profile profile) {
    var question = profile.person().home().json(profile.file(FirefoxProfiles.ADDONS), MEMBERS);
    return Told.read(question, CALLED, machine.ask(question), said -> Trees.read(said, CALLED))
        .flatMap(FirefoxAddons::ids);
  }

  private static Reading<Set<String>> ids(Json.Obj file) {
    Optional<List<Json>> addons = file.get("addons").flatMap(Json::asItems);
    if (addons.isEmpty()) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, CALLED + ": no list of add-ons");
    }
    var ids = new LinkedHashSet<String>();
    for (Json addon : addons.get()) {
      Optional<String> id = addon.asObject().flatMap(one -> one.text("id"));
      Optional<Json> active = addon.asObject().flatMap(one -> one.get("active"));
      if (id.isEmpty() || active.isEmpty() || !(active.get() instanceof Json.Bool(var runs))) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, CALLED + ": not an add-on");
      }
      if (runs) {
        ids.add(id.get());
      }
    }
    return Reading.known(ids);
  }
}
