package porchlight.central.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.people.Viewer;
import porchlight.central.views.DeviceLine;
import porchlight.central.views.DevicePage;
import porchlight.central.views.Frame;
import porchlight.central.views.Heard;
import porchlight.central.views.Roster;
import porchlight.central.views.Section;
import porchlight.central.views.Tally;

/** The pages that people read. */
final class Pages {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Roster.Call roll;
  private final InstantSource clock;

  Pages(Roster.Call roll, InstantSource clock) {
    this.roll = roll;
    this.clock = clock;
  }

  void home(Context ctx, Viewer viewer) {
    List<Roster.Group> groups = roll.by(viewer).groups();
    List<Heard> all = groups.stream().flatMap(group -> group.devices().stream()).toList();
    render(
        ctx, 200, "home.jte", Map.of("frame", frame(), "groups", groups, "tally", Tally.of(all)));
  }

  void organisation(Context ctx, Viewer viewer) {
    Optional<Roster.Group> group = roll.by(viewer).group(ctx.pathParam("organisation"));
    if (group.isEmpty()) {
      notFound(ctx);
      return;
    }
    List<DeviceLine> lines = group.get().devices().stream().map(DeviceLine::of).toList();
    render(
        ctx,
        200,
        "organisation.jte",
        Map.of("frame", frame(), "group", group.get(), "lines", lines));
  }

  void device(Context ctx, Viewer viewer) {
    Roster roster = roll.by(viewer);
    Optional<Heard> heard = roster.device(ctx.pathParam("device"));
    if (heard.isEmpty()) {
      notFound(ctx);
      return;
    }
    render(
        ctx,
        200,
        "device.jte",
        Map.of("frame", frame(), "page", DevicePage.of(roster.sight(), heard.get())));
  }

  void notFound(Context ctx) {
    render(ctx, 404, "notice.jte", notice("Nothing here", "not-found"));
  }

  void locked(Context ctx) {
    render(ctx, 401, "notice.jte", notice("The porch light is on, the door is locked", "locked"));
  }

  void wrongHost(Context ctx) {
    render(ctx, 403, "notice.jte", notice("This is not the name of this place", "wrong-host"));
  }

  void forbidden(Context ctx) {
    render(ctx, 403, "notice.jte", notice("This is not for you to see", "forbidden"));
  }

  void trouble(Context ctx) {
    render(ctx, 500, "notice.jte", notice("Something broke on our side", "trouble"));
  }

  private Map<String, Object> notice(String title, String kind) {
    return Map.of("frame", Frame.outside(clock.instant()), "title", title, "kind", kind);
  }

  private Frame frame() {
    return Frame.live(Section.ORGANISATIONS, clock.instant());
  }

  private void render(Context ctx, int status, String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render(template, model, output);
    ctx.status(status).contentType("text/html; charset=utf-8").result(output.toString());
  }
}
