package porchlight.cli.format;

import java.util.ArrayList;
import java.util.List;
import porchlight.checks.Outcome;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Finding;

/**
 * OpenTelemetry's protocol as JSON, two lines: what to POST to {@code /v1/logs}, a record for each
 * finding, and what to POST to {@code /v1/metrics}.
 */
final class Otlp implements Format {
  private static final int INFORMATION = 9;
  private static final int WARNING = 13;
  private static final int ERROR = 17;

  @Override
  public Printed of(Seen seen) {
    var records = new ArrayList<Json>();
    var states = new ArrayList<Json>();
    for (Finding finding : seen.assessment().findings()) {
      if (finding.verdict().outcome() != Outcome.NOT_APPLICABLE) {
        records.add(record(seen, finding));
        states.add(
            point(seen, state(finding.verdict().outcome()))
                .put("attributes", attributes("porchlight.check", finding.check()))
                .build());
      }
    }
    var metrics = new ArrayList<Json>();
    seen.assessment()
        .score()
        .ifPresent(score -> metrics.add(gauge("porchlight.score", one(seen, score))));
    metrics.add(gauge("porchlight.status", one(seen, Nagios.code(seen.level()))));
    metrics.add(gauge("porchlight.check.status", states));
    return printed(seen, records, metrics);
  }

  /** A record that says so, at the time nobody could tell. */
  @Override
  public Printed broken(String why) {
    var record =
        new JsonObject()
            .put("severityNumber", ERROR)
            .put("severityText", "ERROR")
            .put("body", text("UNKNOWN " + Seen.plain(why)))
            .build();
    var scope =
        new JsonObject()
            .put("scope", new JsonObject().put("name", "porchlight"))
            .put("logRecords", new Json.Arr(List.of(record)))
            .build();
    var whole =
        new JsonObject()
            .put("resource", resource(new JsonObject(), "service.name", "porchlight"))
            .put("scopeLogs", new Json.Arr(List.of(scope)))
            .build();
    return new Printed(
        JsonText.compact(new JsonObject().put("resourceLogs", new Json.Arr(List.of(whole))).build())
            + "\n",
        Nagios.code(Level.UNKNOWN));
  }

  private static Printed printed(Seen seen, List<Json> records, List<Json> metrics) {
    return new Printed(
        line(seen, "resourceLogs", "scopeLogs", "logRecords", records)
            + line(seen, "resourceMetrics", "scopeMetrics", "metrics", metrics),
        0);
  }

  private static String line(
      Seen seen, String outer, String middle, String inner, List<Json> items) {
    var scope =
        new JsonObject()
            .put("scope", new JsonObject().put("name", "porchlight").put("version", seen.version()))
            .put(inner, new Json.Arr(items))
            .build();
    var whole =
        new JsonObject()
            .put("resource", resource(seen))
            .put(middle, new Json.Arr(List.of(scope)))
            .build();
    return JsonText.compact(new JsonObject().put(outer, new Json.Arr(List.of(whole))).build())
        + "\n";
  }

  private static Json record(Seen seen, Finding finding) {
    int severity =
        switch (finding.verdict().outcome()) {
          case PASS, NOT_APPLICABLE -> INFORMATION;
          case UNKNOWN -> WARNING;
          case FAIL -> ERROR;
        };
    return new JsonObject()
        .put("timeUnixNano", nanos(seen))
        .put("observedTimeUnixNano", nanos(seen))
        .put("severityNumber", severity)
        .put(
            "severityText",
            severity == INFORMATION ? "INFO" : severity == WARNING ? "WARN" : "ERROR")
        .put("body", text(finding.check() + ": " + finding.verdict().because()))
        .put(
            "attributes",
            attributes(
                "porchlight.check",
                finding.check(),
                "porchlight.outcome",
                finding.verdict().outcome().word(),
                "porchlight.severity",
                finding.severity().word()))
        .build();
  }

  private static List<Json> one(Seen seen, long value) {
    return List.of(point(seen, value).build());
  }

  private static JsonObject point(Seen seen, long value) {
    // 64 bits are text in protobuf's JSON.
    return new JsonObject().put("timeUnixNano", nanos(seen)).put("asInt", Long.toString(value));
  }

  private static Json gauge(String name, List<Json> points) {
    return new JsonObject()
        .put("name", name)
        .put("unit", "1")
        .put("gauge", new JsonObject().put("dataPoints", new Json.Arr(points)))
        .build();
  }

  private static JsonObject resource(Seen seen) {
    var words = new ArrayList<String>(List.of("service.name", "porchlight"));
    words.addAll(List.of("service.version", seen.version()));
    seen.device()
        .ifPresent(device -> {
          words.addAll(List.of("host.name", device.name(), "host.arch", device.arch()));
          words.addAll(
              List.of("os.type", device.family().equals("macos") ? "darwin" : device.family()));
          words.addAll(List.of("os.name", device.system(), "os.version", device.version()));
        });
    return resource(new JsonObject(), words.toArray(String[]::new));
  }

  private static JsonObject resource(JsonObject out, String... words) {
    return out.put("attributes", attributes(words));
  }

  private static Json attributes(String... words) {
    var out = new ArrayList<Json>();
    for (int i = 0; i < words.length; i += 2) {
      out.add(new JsonObject().put("key", words[i]).put("value", text(words[i + 1])).build());
    }
    return new Json.Arr(out);
  }

  private static JsonObject text(String value) {
    return new JsonObject().put("stringValue", value);
  }

  private static String nanos(Seen seen) {
    return seen.at().toEpochMilli() + "000000";
  }

  /** As in Prometheus' form: 0 pass, 2 fail, 3 could not see. */
  private static int state(Outcome outcome) {
    return switch (outcome) {
      case PASS -> 0;
      case FAIL -> 2;
      case UNKNOWN, NOT_APPLICABLE -> 3;
    };
  }
}
