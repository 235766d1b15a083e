package porchlight.central.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.ledger.Outbox;
import porchlight.central.ledger.Stand;
import porchlight.central.reports.Calm;
import porchlight.central.views.Tally;
import porchlight.central.views.Tone;

/** Figures in Prometheus' text format. No label is a device's, and organisations are limited. */
public final class Metrics {
  /** Organisations with lines of their own, by name; the rest are added up. */
  static final int MOST_ORGANISATIONS = 200;

  private final StringBuilder text = new StringBuilder();

  private Metrics() {}

  /** Central itself. */
  public record Self(
      boolean alive, Instant started, long heapBytes, long newestEvent, long commits) {}

  /** The whole of what is asked for by a scrape. */
  public static String of(List<Stand> stands, Map<String, Outbox.Standing> hooks, Self self) {
    Metrics metrics = new Metrics();
    metrics.fleet(stands);
    metrics.hooks(hooks);
    metrics.self(self);
    return metrics.text.toString();
  }

  private void fleet(List<Stand> stands) {
    head(
        "porchlight_devices",
        "gauge",
        "Devices by how they stand; a silent one is silent whatever it said last.");
    List<Stand> named =
        stands.stream()
            .sorted((a, b) -> a.organisation().name().compareTo(b.organisation().name()))
            .toList();
    int own = Math.min(named.size(), MOST_ORGANISATIONS);
    for (Stand stand : named.subList(0, own)) {
      devices(
          Calm.text(stand.organisation().name()),
          stand.organisation().id(),
          Tally.of(List.of(stand)));
    }
    if (own < named.size()) {
      devices("(others)", "", Tally.of(named.subList(own, named.size())));
    }
  }

  private void devices(String organisation, String id, Tally tally) {
    for (Tone tone : Tone.values()) {
      line(
          "porchlight_devices",
          List.of("organisation", organisation, "id", id, "stands", tone.css()),
          tally.of(tone));
    }
  }

  private void hooks(Map<String, Outbox.Standing> hooks) {
    head("porchlight_webhook_waiting", "gauge", "Events that wait for a webhook.");
    hooks.forEach((name, standing) ->
        line("porchlight_webhook_waiting", List.of("webhook", name), standing.waiting()));
    head("porchlight_webhook_given_up", "gauge", "Events that a webhook never took.");
    hooks.forEach((name, standing) ->
        line("porchlight_webhook_given_up", List.of("webhook", name), standing.givenUp()));
    head(
        "porchlight_webhook_taken_timestamp_seconds",
        "gauge",
        "When a webhook last took an event.");
    hooks.forEach((name, standing) -> {
      Optional<Instant> at = standing.takenAt();
      at.ifPresent(then ->
          line(
              "porchlight_webhook_taken_timestamp_seconds",
              List.of("webhook", name),
              then.getEpochSecond()));
    });
  }

  private void self(Self self) {
    head("porchlight_central_writes", "gauge", "1 while the ledger can be written.");
    line("porchlight_central_writes", List.of(), self.alive() ? 1 : 0);
    head("porchlight_central_start_time_seconds", "gauge", "When central started.");
    line("porchlight_central_start_time_seconds", List.of(), self.started().getEpochSecond());
    head("porchlight_central_heap_bytes", "gauge", "Memory that central's objects use.");
    line("porchlight_central_heap_bytes", List.of(), self.heapBytes());
    head("porchlight_central_commits_total", "counter", "Transactions written since the start.");
    line("porchlight_central_commits_total", List.of(), self.commits());
    head("porchlight_events_total", "counter", "Events since the ledger was made.");
    line("porchlight_events_total", List.of(), self.newestEvent());
  }

  private void head(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  /** {@code labels} are names and values in turn. */
  private void line(String name, List<String> labels, long value) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < labels.size(); i += 2) {
      parts.add(labels.get(i) + "=\"" + escaped(labels.get(i + 1)) + '"');
    }
    text.append(name)
        .append(parts.isEmpty() ? "" : "{" + String.join(",", parts) + "}")
        .append(' ')
        .append(value)
        .append('\n');
  }

  private static String escaped(String value) {
    return Calm.text(value).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
