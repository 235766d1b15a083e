package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.json.Json;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Notebook;
import porchlight.central.people.Act;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.views.Frame;
import porchlight.central.views.HookView;
import porchlight.central.views.RemarkView;
import porchlight.central.views.Section;
import porchlight.central.views.SharedView;

/** The page on which techs compare notes, and the one of what goes out. */
final class NotePages {
  private static final List<String> FIELDS =
      List.of("kind", "device", "check", "place", "seen", "words", "days");
  private final Pages pages;
  private final Notebooks notebooks;
  private final Ledger ledger;
  private final List<String> hooks;
  private final Callers callers;

  NotePages(Pages pages, Notebooks notebooks, Ledger ledger, List<String> hooks, Callers callers) {
    this.pages = pages;
    this.notebooks = notebooks;
    this.ledger = ledger;
    this.hooks = hooks;
    this.callers = callers;
  }

  void notes(Context ctx, Viewer viewer) {
    show(ctx, viewer, 200, "");
  }

  private void show(Context ctx, Viewer viewer, int status, String trouble) {
    Notebook notebook = ledger.notebook(viewer);
    Instant now = callers.clock().instant();
    Map<String, String> filled = new LinkedHashMap<>();
    for (String field : FIELDS) {
      filled.put(field, asked(ctx, field));
    }
    Templates.show(
        ctx,
        status,
        "notes.jte",
        Map.of(
            "frame",
            Frame.still(Section.NOTES, now),
            "cards",
            SharedView.of(notebook),
            "remarks",
            notebook.holding(now).stream().map(remark -> RemarkView.of(remark, now)).toList(),
            "writes",
            viewer.role() != Role.CLIENT,
            "filled",
            filled,
            "trouble",
            trouble));
  }

  private static String asked(Context ctx, String field) {
    String value = ctx.formParam(field);
    String query = ctx.queryParam(field);
    return value != null ? value : query != null ? query : "";
  }

  /** Writes one down; what is wrong is told above the form, which stays filled. */
  void add(Context ctx, Viewer viewer) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String value = asked(ctx, field).strip();
      if (!value.isEmpty()) {
        members.put(
            field,
            field.equals("days") && value.matches("\\d{1,4}")
                ? (Object) Integer.valueOf(value)
                : value);
      }
    }
    byte[] body = Json.write(members).getBytes(StandardCharsets.UTF_8);
    switch (notebooks.write(body, viewer, callers.where(ctx))) {
      case Notebooks.Written.Kept kept -> ctx.redirect("/notes", HttpStatus.SEE_OTHER);
      case Notebooks.Written.Wrong wrong -> show(ctx, viewer, 400, wrong.why());
      case Notebooks.Written.Nowhere nowhere -> show(ctx, viewer, 404, "There is no such laptop.");
    }
  }

  void end(Context ctx, Viewer viewer) {
    if (notebooks.end(ctx.pathParam("remark"), viewer, callers.where(ctx))) {
      ctx.redirect("/notes", HttpStatus.SEE_OTHER);
    } else {
      pages.notFound(ctx);
    }
  }

  void out(Context ctx, Viewer viewer) {
    Instant now = callers.clock().instant();
    Templates.show(
        ctx,
        200,
        "out.jte",
        Map.of(
            "frame",
            Frame.still(Section.OUT, now),
            "organisations",
            ledger.seenBy(viewer).organisations(),
            "ours",
            viewer.role() != Role.CLIENT,
            "hooks",
            viewer.role() == Role.CLIENT
                ? List.of()
                : hooks.stream().map(hook -> HookView.of(hook, ledger.outbox(), now)).toList()));
  }

  /** Offers a webhook again what it never took. */
  void again(Context ctx, Viewer viewer) {
    String hook = ctx.pathParam("hook");
    if (hooks.contains(hook)) {
      ledger
          .outbox()
          .again(
              hook,
              callers
                  .where(ctx)
                  .deed(viewer.who(), Act.CHANGED, "webhook " + hook, "offered again"));
      ctx.redirect("/out", HttpStatus.SEE_OTHER);
    } else {
      pages.notFound(ctx);
    }
  }
}
