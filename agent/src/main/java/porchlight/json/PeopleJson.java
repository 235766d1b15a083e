package porchlight.json;

import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.WifiAutoJoin;
import porchlight.json.tree.JsonObject;

/** The facts about what the people of a laptop have set or saved, in {@link FactsJson}. */
final class PeopleJson {
  private PeopleJson() {}

  static JsonObject screenLock(ScreenLock lock) {
    return switch (lock) {
      case ScreenLock.Desktops(var seats) ->
          new JsonObject()
              .put("state", "desktops")
              .put(
                  "screens",
                  FactsJson.list(
                      seats,
                      seat ->
                          lock(seat.lock())
                              .put("person", seat.person())
                              .put("desktop", seat.desktop())));
      case ScreenLock.NoDesktop(var because) ->
          new JsonObject().put("state", "no-desktop").put("because", because);
    };
  }

  private static JsonObject lock(Lock lock) {
    return switch (lock) {
      case Lock.After(var idle) ->
          new JsonObject().put("locks", "after").put("seconds", idle.toSeconds());
      case Lock.AtLatest(var idle, var reason, var detail) ->
          new JsonObject()
              .put("locks", "at-latest")
              .put("seconds", idle.toSeconds())
              .put("reason", reason.word())
              .put("detail", detail);
      case Lock.Never(var because) ->
          new JsonObject().put("locks", "never").put("because", because);
      case Lock.Unclear(var reason, var detail) ->
          new JsonObject()
              .put("locks", "unknown")
              .put("reason", reason.word())
              .put("detail", detail);
    };
  }

  static JsonObject wifiAutoJoin(WifiAutoJoin join) {
    return switch (join) {
      case WifiAutoJoin.Saved(var weak, var networks, var unseen) -> {
        var out =
            new JsonObject()
                .put("state", "saved")
                .put("networks", networks)
                .put(
                    "weak",
                    FactsJson.list(
                        weak,
                        one ->
                            new JsonObject()
                                .put("network", one.network())
                                .put("weakness", one.weakness().word())
                                .put("by", one.by())));
        unseen.ifPresent(why ->
            out.put(
                "unseen",
                new JsonObject().put("reason", why.reason().word()).put("detail", why.detail())));
        yield out;
      }
      case WifiAutoJoin.NoAdapter() -> new JsonObject().put("state", "no-adapter");
    };
  }
}
