package porchlight.central.web;

import static java.util.stream.Collectors.toSet;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import porchlight.central.export.Ocsf;
import porchlight.central.export.OcsfEvents;
import porchlight.central.export.Sheet;
import porchlight.central.export.Sheets;
import porchlight.central.json.ContentReader;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Event;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Content;
import porchlight.central.views.Heard;
import porchlight.central.views.Roster;

/** What may be taken away in bulk, written as it is read. */
final class Takeaway {
  private static final int MOST_EVENTS = 2_000;

  /** Where a reader of events goes on. */
  private static final String NEXT = "Porchlight-Next";

  private final Roster.Call roll;

  Takeaway(Roster.Call roll) {
    this.roll = roll;
  }

  private interface Written {
    void to(Context ctx, Sheet sheet) throws IOException;
  }

  void devicesCsv(Context ctx, Viewer viewer) throws IOException {
    csv(ctx, Sheets.devices(devices(ctx, roll.by(viewer))));
  }

  void devicesJson(Context ctx, Viewer viewer) throws IOException {
    json(ctx, Sheets.devices(devices(ctx, roll.by(viewer))));
  }

  void findingsCsv(Context ctx, Viewer viewer) throws IOException {
    csv(ctx, findings(ctx, roll.by(viewer)));
  }

  void findingsJson(Context ctx, Viewer viewer) throws IOException {
    json(ctx, findings(ctx, roll.by(viewer)));
  }

  void eventsCsv(Context ctx, Viewer viewer) throws IOException {
    events(ctx, viewer, Takeaway::csv);
  }

  void eventsJson(Context ctx, Viewer viewer) throws IOException {
    events(ctx, viewer, Takeaway::json);
  }

  private void events(Context ctx, Viewer viewer, Written written) throws IOException {
    OptionalLong after = after(ctx);
    if (after.isPresent()) {
      List<Event> events = roll.by(viewer).sight().events(after.getAsLong(), MOST_EVENTS);
      next(ctx, events, after.getAsLong());
      written.to(ctx, Sheets.events(events.stream()));
    }
  }

  /** All that is known now; with {@code after}, what happened since. */
  void ocsf(Context ctx, Viewer viewer) throws IOException {
    Roster roster = roll.by(viewer);
    if (ctx.queryParam("after") == null) {
      try (Writer out = open(ctx, "application/x-ndjson; charset=utf-8", "porchlight.ndjson")) {
        for (Heard heard : (Iterable<Heard>) devices(ctx, roster)::iterator) {
          out.write(Ocsf.device(heard, content(roster, heard)));
        }
      }
      return;
    }
    OptionalLong after = after(ctx);
    if (after.isEmpty()) {
      return;
    }
    List<Event> events = roster.sight().events(after.getAsLong(), MOST_EVENTS);
    next(ctx, events, after.getAsLong());
    Map<String, Device> known = new HashMap<>();
    roster
        .sight()
        .devices(events.stream().flatMap(event -> event.device().stream()).collect(toSet()))
        .forEach(device -> known.put(device.id(), device));
    try (Writer out = open(ctx, "application/x-ndjson; charset=utf-8", "porchlight.ndjson")) {
      for (Event event : events) {
        Optional<Device> device = event.device().map(known::get);
        if (device.isPresent()) {
          out.write(OcsfEvents.of(event, device.get()));
        }
      }
    }
  }

  private static Stream<Heard> devices(Context ctx, Roster roster) {
    return roster
        .devices(Optional.ofNullable(ctx.queryParam("organisation")))
        .filter(Heard::counts);
  }

  private static Sheet findings(Context ctx, Roster roster) {
    return Sheets.findings(
        devices(ctx, roster)
            .map(heard ->
                new Sheets.Said(
                    heard, content(roster, heard), roster.sight().changes(heard.device().id()))));
  }

  private static Optional<Content> content(Roster roster, Heard heard) {
    return roster.sight().content(heard.device().id()).map(ContentReader::read);
  }

  /** From which event on; answers itself when it is none. */
  private static OptionalLong after(Context ctx) {
    String after = Optional.ofNullable(ctx.queryParam("after")).orElse("0");
    if (!after.matches("\\d{1,18}")) {
      Problem.answer(ctx, 400, "invalid", "after: the id of an event is expected, a whole number");
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(after));
  }

  private static void next(Context ctx, List<Event> events, long after) {
    ctx.header(NEXT, Long.toString(events.isEmpty() ? after : events.getLast().id()));
  }

  private static void csv(Context ctx, Sheet sheet) throws IOException {
    try (Writer out =
        open(
            ctx,
            "text/csv; charset=utf-8; header=present",
            "porchlight-" + sheet.name() + ".csv")) {
      sheet.csv(out);
    }
  }

  private static void json(Context ctx, Sheet sheet) throws IOException {
    try (Writer out = open(ctx, "application/json", "porchlight-" + sheet.name() + ".json")) {
      sheet.json(out);
    }
  }

  private static Writer open(Context ctx, String type, String file) {
    ctx.contentType(type).header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8);
  }
}
