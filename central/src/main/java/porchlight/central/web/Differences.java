package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import porchlight.central.json.Json;
import porchlight.central.people.Viewer;
import porchlight.central.views.Asked;
import porchlight.central.views.Compared;
import porchlight.central.views.Difference;
import porchlight.central.views.DifferenceJson;
import porchlight.central.views.Frame;
import porchlight.central.views.Heard;
import porchlight.central.views.Roster;
import porchlight.central.views.Section;

/** What one look says otherwise than another: of one device, or of two. */
final class Differences {
  private final Roster.Call roll;
  private final Pages pages;

  Differences(Roster.Call roll, Pages pages) {
    this.roll = roll;
    this.pages = pages;
  }

  /** The page; what is wrong is told above the form, which stays filled. */
  void page(Context ctx, Viewer viewer) {
    Roster now = roll.by(viewer);
    Optional<Heard> heard = now.device(ctx.pathParam("device"));
    if (heard.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    Asked asked = asked(ctx);
    switch (Compared.of(now, heard.get(), asked)) {
      case Compared.Done(var before, var after) ->
          show(
              ctx,
              200,
              heard.get(),
              asked.filled(before, after),
              "",
              Optional.of(Difference.of(before, after)));
      case Compared.Wrong(var why) -> show(ctx, 400, heard.get(), asked, why, Optional.empty());
      case Compared.Unknown(var why) -> show(ctx, 404, heard.get(), asked, why, Optional.empty());
      case Compared.Nowhere() -> pages.notFound(ctx);
    }
  }

  /** The same for programs. */
  void json(Context ctx, Viewer viewer) {
    Roster now = roll.by(viewer);
    Compared compared =
        now.device(ctx.pathParam("device"))
            .map(heard -> Compared.of(now, heard, asked(ctx)))
            .orElseGet(Compared.Nowhere::new);
    switch (compared) {
      case Compared.Done(var before, var after) ->
          ctx.contentType("application/json").result(Json.write(DifferenceJson.of(before, after)));
      case Compared.Wrong(var why) -> Problem.answer(ctx, 400, "invalid", why);
      case Compared.Unknown(var why) -> Problem.answer(ctx, 404, "not-found", why);
      case Compared.Nowhere() -> Problem.answer(ctx, 404, "not-found", "no such device");
    }
  }

  private static Asked asked(Context ctx) {
    return new Asked(word(ctx, "from"), word(ctx, "to"), word(ctx, "other"));
  }

  private static String word(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
  }

  private static void show(
      Context ctx,
      int status,
      Heard heard,
      Asked asked,
      String trouble,
      Optional<Difference> difference) {
    Templates.show(
        ctx,
        status,
        "difference.jte",
        Map.of(
            "frame",
            Frame.still(Section.ORGANISATIONS, heard.now()),
            "device",
            heard.device().id(),
            "name",
            heard.name(),
            "asked",
            asked,
            "trouble",
            trouble,
            "difference",
            difference));
  }
}
