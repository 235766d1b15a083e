package porchlight.cli.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import porchlight.checks.Outcome;
import porchlight.facts.Device;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

/**
 * OCSF 1.8.0 Compliance Findings (class 2003), one a line; what does not apply is no event. A check
 * that could not see is status Warning, never Pass.
 */
final class Ocsf implements Format {
  private static final String OCSF = "1.8.0";
  private static final int CREATE = 1;
  private static final int NEW = 1;
  private static final int RESOLVED = 4;

  @Override
  public Printed of(Seen seen) {
    var out = new StringBuilder();
    for (Finding finding : seen.assessment().findings()) {
      if (finding.verdict().outcome() != Outcome.NOT_APPLICABLE) {
        out.append(JsonText.compact(event(seen, finding))).append('\n');
      }
    }
    return new Printed(out.toString(), 0);
  }

  /** OCSF has no word for it: no event says no more than that there is none. */
  @Override
  public Printed broken(String why) {
    return new Printed("", Nagios.code(Level.UNKNOWN));
  }

  private static Json event(Seen seen, Finding finding) {
    String host = seen.device().map(Device::name).orElse("this laptop");
    String subject = host + ":" + finding.check();
    long time = seen.at().toEpochMilli();
    Outcome outcome = finding.verdict().outcome();
    int status = status(outcome);
    var out =
        new JsonObject()
            .put("class_uid", 2003)
            .put("class_name", "Compliance Finding")
            .put("category_uid", 2)
            .put("category_name", "Findings")
            .put("activity_id", CREATE)
            .put("activity_name", "Create")
            .put("type_uid", 2003 * 100 + CREATE)
            .put("time", time)
            .put("severity_id", outcome == Outcome.FAIL ? severity(finding.severity()) : 1)
            .put("status_id", outcome == Outcome.PASS ? RESOLVED : NEW)
            .put("message", finding.verdict().because())
            .put("metadata", metadata(seen, subject + ":" + time))
            .put(
                "finding_info",
                new JsonObject()
                    .put("uid", subject)
                    .put("title", finding.check())
                    .put("last_seen_time", time)
                    .put(
                        "analytic", new JsonObject().put("uid", finding.check()).put("type_id", 1)))
            .put("compliance", compliance(finding, status))
            .put("device", device(seen, host));
    return out.put("resources", new Json.Arr(List.of(new JsonObject().put("name", host).build())))
        .build();
  }

  private static JsonObject metadata(Seen seen, String what) {
    return new JsonObject()
        .put("version", OCSF)
        .put("uid", UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString())
        .put(
            "product",
            new JsonObject()
                .put("name", "Porchlight")
                .put("vendor_name", "Porchlight")
                .put("version", seen.version()))
        .put("log_name", "porchlight");
  }

  private static JsonObject compliance(Finding finding, int status) {
    var check =
        new JsonObject()
            .put("uid", finding.check())
            .put("name", finding.check())
            .put("status_id", status)
            .put("severity_id", severity(finding.severity()))
            .build();
    return new JsonObject()
        .put("control", finding.check())
        .put("status_id", status)
        .put("status", status == 1 ? "Pass" : status == 3 ? "Fail" : "Warning")
        .put("status_detail", finding.verdict().because())
        .putTexts("standards", List.of("Porchlight policy"))
        .put("checks", new Json.Arr(List.of(check)));
  }

  private static JsonObject device(Seen seen, String host) {
    var out = new JsonObject().put("hostname", host).put("type_id", 0);
    seen.device()
        .ifPresent(device ->
            out.put(
                "os",
                new JsonObject()
                    .put("name", device.system())
                    .put("type_id", system(device.family()))
                    .put("version", device.version())));
    return out;
  }

  /** 1 pass, 2 warning, 3 fail. */
  private static int status(Outcome outcome) {
    return switch (outcome) {
      case PASS -> 1;
      case FAIL -> 3;
      case UNKNOWN, NOT_APPLICABLE -> 2;
    };
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case INFO -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  private static int system(String family) {
    return switch (family) {
      case "windows" -> 100;
      case "linux" -> 200;
      case "macos" -> 300;
      default -> 0;
    };
  }
}
