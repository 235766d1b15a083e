package porchlight.json;

import porchlight.facts.PasswordManager;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.json.tree.JsonObject;

/** The facts about the browsers that people of a laptop use, in {@link FactsJson}. */
final class BrowsersJson {
  private BrowsersJson() {}

  static JsonObject phishingProtection(PhishingProtection protection) {
    return new JsonObject()
        .put(
            "profiles",
            FactsJson.list(
                protection.profiles(),
                profile ->
                    warning(profile.warning())
                        .put("person", profile.person())
                        .put("browser", profile.browser())
                        .put("profile", profile.name())
                        .put("names", names(profile.names()))));
  }

  private static JsonObject names(Names names) {
    return switch (names) {
      case Names.Laptops(var by) -> asks("laptop", by);
      case Names.Upgraded(var by) -> asks("laptop-upgraded", by);
      case Names.Perhaps(var by) -> asks("perhaps-own", by);
      case Names.Own(var by) -> asks("own", by);
      case Names.Unclear(var reason, var detail) ->
          new JsonObject()
              .put("asks", "unknown")
              .put("reason", reason.word())
              .put("detail", detail);
    };
  }

  private static JsonObject asks(String whom, String by) {
    return new JsonObject().put("asks", whom).put("by", by);
  }

  private static JsonObject warning(Warning warning) {
    return switch (warning) {
      case Warning.On(var by) -> new JsonObject().put("warns", "yes").put("by", by);
      case Warning.Off(var by) -> new JsonObject().put("warns", "no").put("by", by);
      case Warning.Unclear(var reason, var detail) ->
          new JsonObject()
              .put("warns", "unknown")
              .put("reason", reason.word())
              .put("detail", detail);
    };
  }

  static JsonObject passwordManager(PasswordManager manager) {
    return new JsonObject()
        .put(
            "places",
            FactsJson.list(
                manager.places(),
                place ->
                    keeper(place.keeper())
                        .put("person", place.person())
                        .put("browser", place.browser())
                        .put("profile", place.profile())));
  }

  private static JsonObject keeper(Keeper keeper) {
    return switch (keeper) {
      case Keeper.Dedicated(var name) ->
          new JsonObject().put("keeper", "dedicated").put("name", name);
      case Keeper.BuiltIn() -> new JsonObject().put("keeper", "browser");
      case Keeper.Nothing() -> new JsonObject().put("keeper", "nothing");
      case Keeper.NotDedicated(var reason, var detail) ->
          new JsonObject()
              .put("keeper", "not-dedicated")
              .put("reason", reason.word())
              .put("detail", detail);
      case Keeper.Unclear(var reason, var detail) ->
          new JsonObject()
              .put("keeper", "unknown")
              .put("reason", reason.word())
              .put("detail", detail);
    };
  }
}
