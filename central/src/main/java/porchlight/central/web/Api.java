package porchlight.central.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.json.Json;
import porchlight.central.ledger.Ledger;
import porchlight.central.views.ApiViews;
import porchlight.central.views.Heard;
import porchlight.central.views.Roster;

/** The JSON that dashboards read. */
final class Api {
  private final Roster roster;
  private final Ledger ledger;

  Api(Roster roster, Ledger ledger) {
    this.roster = roster;
    this.ledger = ledger;
  }

  void organisations(Context ctx) {
    answer(
        ctx,
        Json.write(
            Map.of(
                "organisations", roster.groups().stream().map(ApiViews::organisation).toList())));
  }

  void devices(Context ctx) {
    String organisation = ctx.queryParam("organisation");
    List<Heard> devices =
        organisation == null
            ? roster.devices()
            : roster.group(organisation).map(Roster.Group::devices).orElse(List.of());
    answer(ctx, Json.write(Map.of("devices", devices.stream().map(ApiViews::device).toList())));
  }

  void device(Context ctx) {
    String id = ctx.pathParam("id");
    Optional<Heard> heard = roster.device(id);
    if (heard.isEmpty()) {
      Problem.answer(ctx, 404, "not-found", "no such device");
      return;
    }
    Map<String, Object> json = ApiViews.device(heard.get());
    json.putAll(ApiViews.kin(ledger.kin(id)));
    ledger.content(id).ifPresent(content -> json.put("report", Json.read(content)));
    json.put("history", ApiViews.history(ledger.changes(id)));
    answer(ctx, Json.write(json));
  }

  private static void answer(Context ctx, String json) {
    ctx.contentType("application/json").result(json);
  }
}
