package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import porchlight.central.export.Sheets;
import porchlight.central.ledger.AuditEntry;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Viewer;
import porchlight.central.views.AuditLine;
import porchlight.central.views.Section;

/** Who did what, for admins. */
final class AuditPages {
  private static final int PAGE = 100;
  private static final int AT_ONCE = 1_000;
  private final Desk desk;
  private final Register register;

  AuditPages(Desk desk) {
    this.desk = desk;
    this.register = desk.accounts().register();
  }

  void page(Context ctx, Viewer viewer) {
    String below = Optional.ofNullable(ctx.queryParam("below")).orElse("");
    long from = below.matches("[0-9]{1,15}") ? Long.parseLong(below) : Long.MAX_VALUE;
    List<AuditEntry> entries = register.audit(from, PAGE);
    OptionalLong broken = register.auditBroken();
    Map<String, Object> model =
        Map.of(
            "lines",
            AuditLine.all(entries, desk.where(ctx).now()),
            "older",
            entries.size() == PAGE ? Long.toString(entries.getLast().number()) : "",
            "broken",
            broken.isPresent() ? Long.toString(broken.getAsLong()) : "");
    desk.show(ctx, 200, Section.AUDIT, "audit.jte", model);
  }

  /** All of it, as CSV, newest first; that it was taken out is noted too. */
  void csv(Context ctx, Viewer viewer) throws IOException {
    register.note(desk.where(ctx).deed(viewer.who(), Act.EXPORTED, "the audit log", ""));
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header("Content-Disposition", "attachment; filename=\"porchlight-audit.csv\"");
    try (Writer out = new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8)) {
      Sheets.audit(entries()).csv(out);
    }
  }

  /** Every entry, the newest first, read a page at a time. */
  private Stream<AuditEntry> entries() {
    return Stream.iterate(
            register.audit(Long.MAX_VALUE, AT_ONCE),
            page -> !page.isEmpty(),
            page -> register.audit(page.getLast().number(), AT_ONCE))
        .flatMap(List::stream);
  }
}
