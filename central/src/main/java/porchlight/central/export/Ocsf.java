package porchlight.central.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.ledger.Device;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Severity;
import porchlight.central.views.CheckPage;
import porchlight.central.views.Heard;

/**
 * What is known now in OCSF 1.8.0, one JSON a line: devices (5001) and findings (2003). What could
 * not be told, and everything a silent device said, has the status Warning, never Pass.
 */
public final class Ocsf {
  static final int PASS = 1;
  static final int WARNING = 2;
  static final int FAIL = 3;

  private Ocsf() {}

  /** A device and what it said last: an inventory event, and one for each check that applies. */
  public static String device(Heard heard, Optional<Content> content) {
    Device device = heard.device();
    Instant at = device.lastReport().orElse(device.enrolledAt());
    StringBuilder lines = new StringBuilder();
    Map<String, Object> inventory =
        OcsfShape.event(
            5001,
            5,
            2,
            at,
            Severity.INFO,
            device.id() + ":inventory:" + at,
            device.organisation().id());
    inventory.put("device", OcsfShape.subject(device, content));
    OcsfShape.line(lines, inventory);
    boolean silent = !heard.presence().isHeard();
    content.stream()
        .flatMap(full -> full.findings().stream())
        .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
        .forEach(finding ->
            OcsfShape.line(
                lines,
                finding(
                    device,
                    content,
                    at,
                    2,
                    finding.check(),
                    silent ? WARNING : status(finding.outcome()),
                    finding.severity(),
                    (silent ? "Not heard now; it said last: " : "")
                        + Calm.text(finding.because()))));
    return lines.toString();
  }

  /** What a check says of a device, as a compliance finding. */
  static Map<String, Object> finding(
      Device device,
      Optional<Content> content,
      Instant at,
      int activity,
      String check,
      int status,
      Severity severity,
      String because) {
    String subject = device.id() + ":" + check;
    Map<String, Object> json =
        OcsfShape.event(
            2003,
            2,
            activity,
            at,
            status == FAIL ? severity : Severity.INFO,
            subject + ":" + at,
            device.organisation().id());
    json.put("status_id", status == PASS || activity == 3 ? 4 : 1);
    json.put("message", because);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("uid", subject);
    info.put("title", CheckPage.of(check).title());
    info.put("last_seen_time", at.toEpochMilli());
    info.put("analytic", Map.of("uid", check, "type_id", 1));
    json.put("finding_info", info);
    Map<String, Object> compliance = new LinkedHashMap<>();
    compliance.put("control", check);
    compliance.put("status_id", status);
    compliance.put("status", status == PASS ? "Pass" : status == FAIL ? "Fail" : "Warning");
    compliance.put("status_detail", because);
    compliance.put("standards", List.of("Porchlight policy"));
    compliance.put(
        "checks",
        List.of(
            Map.of(
                "uid",
                check,
                "name",
                check,
                "status_id",
                status,
                "severity_id",
                OcsfShape.id(severity))));
    json.put("compliance", compliance);
    json.put("device", OcsfShape.subject(device, content));
    json.put("resources", List.of(Map.of("uid", device.id(), "name", OcsfShape.name(device))));
    return json;
  }

  private static int status(Outcome outcome) {
    return switch (outcome) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case UNKNOWN, NOT_APPLICABLE, ABSENT -> WARNING;
    };
  }
}
