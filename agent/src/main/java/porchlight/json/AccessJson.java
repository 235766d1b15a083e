package porchlight.json;

import java.util.Optional;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.NameBroadcast;
import porchlight.facts.Proxy;
import porchlight.facts.RemoteTools;
import porchlight.facts.Unseen;
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

  static JsonObject nameBroadcast(NameBroadcast broadcast) {
    var out =
        new JsonObject()
            .put(
                "asking",
                FactsJson.list(
                    broadcast.asking(),
                    asking ->
                        new JsonObject()
                            .put("way", asking.way().word())
                            .put("by", asking.by())
                            .put("link", asking.link())));
    return withUnseen(out, broadcast.unseen());
  }

  static JsonObject proxy(Proxy proxy) {
    var out =
        new JsonObject().put("settings", FactsJson.list(proxy.settings(), AccessJson::setting));
    return withUnseen(out, proxy.unseen());
  }

  static JsonObject remoteTools(RemoteTools tools) {
    var out =
        new JsonObject()
            .put(
                "found",
                FactsJson.list(
                    tools.found(),
                    found ->
                        new JsonObject()
                            .put("tool", found.tool().word())
                            .putTexts("installed", found.installed())
                            .putTexts("running", found.running())));
    return withUnseen(out, tools.unseen());
  }

  private static JsonObject setting(Proxy.Setting setting) {
    var out = new JsonObject().put("where", setting.where()).put("person", setting.person());
    return switch (setting.way()) {
      case Proxy.Way.Fixed(var host, var port) ->
          out.put("way", "fixed").put("host", host).put("port", port);
      case Proxy.Way.Script(var scheme, var host) ->
          out.put("way", "script").put("scheme", scheme).put("host", host);
      case Proxy.Way.Discovered() -> out.put("way", "discovered");
    };
  }

  static JsonObject withUnseen(JsonObject out, Optional<Unseen> unseen) {
    unseen.ifPresent(why ->
        out.put(
            "unseen",
            new JsonObject().put("reason", why.reason().word()).put("detail", why.detail())));
    return out;
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
