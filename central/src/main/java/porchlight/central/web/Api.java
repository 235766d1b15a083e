package porchlight.central.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.json.Json;
import porchlight.central.people.Viewer;
import porchlight.central.views.ApiViews;
import porchlight.central.views.Heard;
import porchlight.central.views.Roster;

/** The JSON that dashboards read. */
final class Api {
  /** Devices of one answer. */
  static final int MOST = 500;

  private final Roster.Call roll;

  Api(Roster.Call roll) {
    this.roll = roll;
  }

  void organisations(Context ctx, Viewer viewer) {
    answer(
        ctx,
        Json.write(
            Map.of(
                "organisations",
                roll.by(viewer).stands().stream().map(ApiViews::organisation).toList())));
  }

  /** A piece of them; {@code next} says after which one to go on where there are more. */
  void devices(Context ctx, Viewer viewer) {
    String after = Optional.ofNullable(ctx.queryParam("after")).orElse("");
    List<Heard> piece =
        roll.by(viewer)
            .devices(Optional.ofNullable(ctx.queryParam("organisation")), after, MOST + 1);
    List<Heard> told = piece.subList(0, Math.min(MOST, piece.size()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("devices", told.stream().map(ApiViews::device).toList());
    if (piece.size() > MOST) {
      json.put("next", told.getLast().device().id());
    }
    answer(ctx, Json.write(json));
  }

  void device(Context ctx, Viewer viewer) {
    Roster roster = roll.by(viewer);
    String id = ctx.pathParam("device");
    Optional<Heard> heard = roster.device(id);
    if (heard.isEmpty()) {
      Problem.answer(ctx, 404, "not-found", "no such device");
      return;
    }
    Map<String, Object> json = ApiViews.device(heard.get());
    json.putAll(ApiViews.kin(roster.sight().kin(id)));
    roster.sight().content(id).ifPresent(content -> json.put("report", Json.read(content)));
    json.put("history", ApiViews.history(roster.sight().changes(id)));
    answer(ctx, Json.write(json));
  }

  private static void answer(Context ctx, String json) {
    ctx.contentType("application/json").result(json);
  }
}
