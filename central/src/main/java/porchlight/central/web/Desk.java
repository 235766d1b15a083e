package porchlight.central.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.accounts.Accounts;
import porchlight.central.accounts.Where;
import porchlight.central.ledger.Organisation;
import porchlight.central.people.Viewer;
import porchlight.central.views.Frame;
import porchlight.central.views.Roster;
import porchlight.central.views.Section;

/** What the pages about people and programs share. */
record Desk(Accounts accounts, Roster.Call roll, Callers callers) {
  Where where(Context ctx) {
    return callers.where(ctx);
  }

  List<Organisation> organisations(Viewer viewer) {
    return roll.by(viewer).sight().organisations();
  }

  /** An organisation that was chosen; empty when none was, or none that is there. */
  Optional<String> organisation(Viewer viewer, String id) {
    return organisations(viewer).stream().map(Organisation::id).filter(id::equals).findFirst();
  }

  /** A page in its frame. */
  void show(Context ctx, int status, Section section, String template, Map<String, Object> model) {
    Map<String, Object> framed = new HashMap<>(model);
    framed.put("frame", Frame.still(section, where(ctx).now()));
    Templates.show(ctx, status, template, framed);
  }

  /** Something that is shown once, and is nowhere kept. */
  void once(Context ctx, Section section, String title, String text, String secret) {
    show(
        ctx,
        200,
        section,
        "once.jte",
        Map.of("title", title, "text", text, "secret", secret, "back", section.path()));
  }

  /** One line that says what came of it. */
  void said(Context ctx, int status, Section section, String title, String back) {
    show(ctx, status, section, "said.jte", Map.of("title", title, "back", back));
  }

  /** Where a one-time link of ours leads, by the name that this browser knows us by. */
  String link(Context ctx, String secret) {
    return (callers.isSecure(ctx) ? "https://" : "http://")
        + ctx.header("Host")
        + "/join/"
        + secret;
  }
}
