package porchlight.json;

import porchlight.facts.Integrity;
import porchlight.facts.Management;
import porchlight.facts.Sharing;
import porchlight.facts.TrustedRoots;
import porchlight.json.tree.JsonObject;

/** The facts about whom a laptop obeys, trusts and serves, in {@link FactsJson}. */
final class IntegrityJson {
  private IntegrityJson() {}

  static JsonObject integrity(Integrity integrity) {
    return new JsonObject()
        .put(
            "guards",
            FactsJson.list(
                integrity.guards(),
                guard ->
                    AccessJson.withUnseen(
                        FactsJson.reading(
                                guard.state(), state -> new JsonObject().put("state", state.word()))
                            .put("guard", guard.kind().word()),
                        guard.unseen())));
  }

  static JsonObject management(Management management) {
    return switch (management) {
      case Management.Enrolled(var server, var approved) ->
          new JsonObject().put("state", "enrolled").put("server", server).put("approved", approved);
      case Management.NotEnrolled none -> new JsonObject().put("state", "not-enrolled");
      case Management.DoesNotApply(var because) ->
          new JsonObject().put("state", "does-not-apply").put("because", because);
    };
  }

  static JsonObject trustedRoots(TrustedRoots roots) {
    var out =
        new JsonObject()
            .put(
                "added",
                FactsJson.list(
                    roots.added(),
                    root -> new JsonObject().put("name", root.name()).put("where", root.where())));
    return AccessJson.withUnseen(out, roots.unseen());
  }

  static JsonObject sharing(Sharing sharing) {
    return new JsonObject()
        .put(
            "offers",
            FactsJson.list(
                sharing.offers(),
                offer ->
                    FactsJson.reading(
                            offer.audience(),
                            audience -> new JsonObject().put("audience", audience.word()))
                        .put("offer", offer.kind().word())));
  }
}
