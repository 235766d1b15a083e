package porchlight.central.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.export.Metrics;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Outbox;
import porchlight.central.people.Viewer;
import porchlight.central.views.Roster;

/** What Prometheus scrapes. */
final class Figures {
  private final Roster.Call roll;
  private final Ledger ledger;
  private final List<String> hooks;
  private final Instant started;

  Figures(Roster.Call roll, Ledger ledger, List<String> hooks, Instant started) {
    this.roll = roll;
    this.ledger = ledger;
    this.hooks = List.copyOf(hooks);
    this.started = started;
  }

  void scrape(Context ctx, Viewer viewer) {
    Outbox outbox = ledger.outbox();
    Map<String, Outbox.Standing> standings = new LinkedHashMap<>();
    hooks.forEach(hook -> standings.put(hook, outbox.standing(hook)));
    Runtime runtime = Runtime.getRuntime();
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
        .result(
            Metrics.of(
                roll.by(viewer).stands(),
                standings,
                new Metrics.Self(
                    ledger.isAlive(),
                    started,
                    runtime.totalMemory() - runtime.freeMemory(),
                    outbox.newestEvent(),
                    ledger.commits())));
  }
}
