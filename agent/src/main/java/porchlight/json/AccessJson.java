package porchlight.json;

import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.json.tree.JsonObject;

/** The facts about ways into a laptop and its traffic, in {@link FactsJson}. */
final class AccessJson {
  private AccessJson() {}

  static JsonObject autoLogin(AutoLogin login) {
    return switch (login) {
      case AutoLogin.Doors(var doors) ->
          new JsonObject()
              .put("state", "doors")
              .put("doors", FactsJson.list(doors, AccessJson::door));
      case AutoLogin.NoDoor(var because) ->
          new JsonObject().put("state", "no-door").put("because", because);
    };
  }

  private static JsonObject door(Door door) {
    var out = new JsonObject().put("name", door.name());
    return switch (door.entry()) {
      case Entry.Asks asks -> out.put("entry", "asks");
      case Entry.Opens(var person, var setting) ->
          out.put("entry", "opens").put("person", person).put("setting", setting);
      case Entry.Unclear(var reason, var detail) ->
          out.put("entry", "unknown").put("reason", reason.word()).put("detail", detail);
    };
  }
}
