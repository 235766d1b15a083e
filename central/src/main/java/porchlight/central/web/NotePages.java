package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.json.Json;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Notebook;
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
      List.of("kind", "device", "check", "seen", "words", "days");
  private final Pages pages;
  private final Notebooks notebooks;
  private final Ledger ledger;
  private final List<String> hooks;
  private final InstantSource clock;

  NotePages(
      Pages pages, Notebooks notebooks, Ledger ledger, List<String> hooks, InstantSource clock) {
    this.pages = pages;
    this.notebooks = notebooks;
    this.ledger = ledger;
    this.hooks = hooks;
    this.clock = clock;
  }

  void notes(Context ctx, Viewer viewer) {
    show(ctx, viewer, 200, "");
  }

  private void show(Context ctx, Viewer viewer, int status, String trouble) {
    Notebook notebook = ledger.notebook(viewer);
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
            Frame.still(Section.NOTES, clock.instant()),
            "cards",
            SharedView.of(notebook),
            "remarks",
            notebook.holding(clock.instant()).stream()
                .map(remark -> RemarkView.of(remark, clock.instant()))
                .toList(),
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
    if (!isFromHere(ctx)) {
      pages.forbidden(ctx);
      return;
    }
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
    switch (notebooks.write(body, viewer)) {
      case Notebooks.Written.Kept kept -> ctx.redirect("/notes", HttpStatus.SEE_OTHER);
      case Notebooks.Written.Wrong wrong -> show(ctx, viewer, 400, wrong.why());
      case Notebooks.Written.Nowhere nowhere -> show(ctx, viewer, 404, "There is no such laptop.");
    }
  }

  void end(Context ctx, Viewer viewer) {
    if (!isFromHere(ctx)) {
      pages.forbidden(ctx);
    } else if (ledger.notebook(viewer).end(ctx.pathParam("remark"), clock.instant())) {
      ctx.redirect("/notes", HttpStatus.SEE_OTHER);
    } else {
      pages.notFound(ctx);
    }
  }

  void out(Context ctx, Viewer viewer) {
    Templates.show(
        ctx,
        200,
        "out.jte",
        Map.of(
            "frame",
            Frame.still(Section.OUT, clock.instant()),
            "organisations",
            ledger.seenBy(viewer).organisations(),
            "ours",
            viewer.role() != Role.CLIENT,
            "hooks",
            viewer.role() == Role.CLIENT
                ? List.of()
                : hooks.stream()
                    .map(hook -> HookView.of(hook, ledger.outbox(), clock.instant()))
                    .toList()));
  }

  /** Offers a webhook again what it never took. */
  void again(Context ctx, Viewer viewer) {
    if (!isFromHere(ctx)) {
      pages.forbidden(ctx);
    } else if (hooks.contains(ctx.pathParam("hook"))) {
      ledger.outbox().again(ctx.pathParam("hook"), clock.instant());
      ctx.redirect("/out", HttpStatus.SEE_OTHER);
    } else {
      pages.notFound(ctx);
    }
  }

  /** Whether a page of ours has sent the form: every browser of today says where it comes from. */
  private static boolean isFromHere(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    try {
      String origin = String.valueOf(ctx.header("Origin"));
      return String.valueOf(URI.create(origin).getAuthority())
          .equals(String.valueOf(ctx.header("Host")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
