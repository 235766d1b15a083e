package porchlight.central.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.json.Json;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Event;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Os;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Severity;
import porchlight.central.views.CheckPage;
import porchlight.central.views.Heard;

/**
 * OCSF 1.8.0 events, one JSON a line: devices (5001), findings (2003), answers that changed (5019).
 * What could not be told, and everything a silent device said, has the status Warning, never Pass.
 */
public final class Ocsf {
  private static final String VERSION = "1.8.0";
  private static final int PASS = 1;
  private static final int WARNING = 2;
  private static final int FAIL = 3;

  private Ocsf() {}

  /** A device and what it said last: an inventory event, and one for each check that applies. */
  public static String device(Heard heard, Optional<Content> content) {
    Device device = heard.device();
    Instant at = device.lastReport().orElse(device.enrolledAt());
    StringBuilder lines = new StringBuilder();
    Map<String, Object> inventory =
        event(
            5001,
            5,
            2,
            at,
            Severity.INFO,
            device.id() + ":inventory:" + at,
            device.organisation().id());
    inventory.put("device", subject(device, content));
    line(lines, inventory);
    boolean silent = !heard.presence().isHeard();
    content.stream()
        .flatMap(full -> full.findings().stream())
        .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
        .forEach(finding ->
            line(
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

  /** What happened, in OCSF; empty for what OCSF has no class for. */
  public static String event(Event event, Device device) {
    return switch (event.kind()) {
      case FINDING_OPENED -> edge(event, device, 1, FAIL);
      case FINDING_WORSE, FINDING_STILL -> edge(event, device, 2, FAIL);
      case FINDING_BLIND -> edge(event, device, 2, WARNING);
      case FINDING_CLOSED ->
          edge(event, device, 3, "pass".equals(event.details().get("to")) ? PASS : WARNING);
      case DEVICE_ANSWER -> answer(event, device);
      case DEVICE_ENROLLED,
          DEVICE_SILENT,
          DEVICE_RETURNED,
          ORGANISATION_SILENT,
          ORGANISATION_RETURNED ->
          "";
      case CALL_VERIFIED -> call(event, device, true);
      case CALL_DENIED, CALL_LOCKED -> call(event, device, false);
    };
  }

  private static String edge(Event event, Device device, int activity, int status) {
    StringBuilder lines = new StringBuilder();
    line(
        lines,
        finding(
            device,
            Optional.empty(),
            event.at(),
            activity,
            event.check().orElse(""),
            status,
            event.severity().orElse(Severity.INFO),
            Calm.text(event.details().getOrDefault("because", ""))));
    return lines.toString();
  }

  /** Authentication (3002): somebody at a laptop proved, or did not prove, who they are. */
  private static String call(Event event, Device device, boolean success) {
    Map<String, Object> json =
        event(
            3002,
            3,
            99,
            event.at(),
            success ? Severity.INFO : Severity.HIGH,
            device.id() + ":call:" + event.id(),
            event.organisation());
    json.put("activity_name", "Caller Verification");
    json.put("device", subject(device, Optional.empty()));
    json.put("user", Map.of("name", detail(event, "account", "not told")));
    json.put("actor", Map.of("user", Map.of("name", detail(event, "tech", "not told"))));
    json.put("service", Map.of("name", "Porchlight caller verification"));
    json.put("session", Map.of("uid", detail(event, "verification", "")));
    json.put("status_id", success ? 1 : 2);
    json.put("status_detail", event.kind().word());
    json.put("message", detail(event, "purpose", "") + ", ticket " + detail(event, "ticket", ""));
    StringBuilder lines = new StringBuilder();
    line(lines, json);
    return lines.toString();
  }

  private static String detail(Event event, String name, String otherwise) {
    return Calm.text(event.details().getOrDefault(name, otherwise));
  }

  private static String answer(Event event, Device device) {
    String to = event.details().getOrDefault("to", "");
    Map<String, Object> json =
        event(
            5019,
            5,
            1,
            event.at(),
            event.severity().orElse(Severity.INFO),
            device.id() + ":answer:" + event.id(),
            event.organisation());
    json.put("device", subject(device, Optional.empty()));
    json.put("message", "The answer is " + to + ".");
    json.put("prev_security_level_id", level(event.details().getOrDefault("from", "")));
    json.put("security_level_id", level(to));
    StringBuilder lines = new StringBuilder();
    line(lines, json);
    return lines.toString();
  }

  /** 1 secure, 2 at risk, 0 unknown. */
  private static int level(String answer) {
    return switch (answer) {
      case "safe" -> 1;
      case "care", "unsafe" -> 2;
      default -> 0;
    };
  }

  private static Map<String, Object> finding(
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
        event(
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
            Map.of("uid", check, "name", check, "status_id", status, "severity_id", id(severity))));
    json.put("compliance", compliance);
    json.put("device", subject(device, content));
    json.put("resources", List.of(Map.of("uid", device.id(), "name", name(device))));
    return json;
  }

  private static Map<String, Object> event(
      int type, int category, int activity, Instant at, Severity severity, String uid, String org) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("version", VERSION);
    metadata.put("uid", UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString());
    metadata.put("product", Map.of("name", "Porchlight", "vendor_name", "Porchlight"));
    metadata.put("log_name", "porchlight");
    metadata.put("tenant_uid", org);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("class_uid", type);
    json.put("category_uid", category);
    json.put("activity_id", activity);
    json.put("type_uid", type * 100 + activity);
    json.put("time", at.toEpochMilli());
    json.put("severity_id", id(severity));
    json.put("metadata", metadata);
    return json;
  }

  private static Map<String, Object> subject(Device device, Optional<Content> content) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("uid", device.id());
    json.put("hostname", name(device));
    json.put("type_id", 0);
    json.put(
        "org",
        Map.of("uid", device.organisation().id(), "name", Calm.text(device.organisation().name())));
    json.put("is_managed", true);
    json.put("last_seen_time", device.lastSeen().toEpochMilli());
    content
        .map(Content::os)
        .ifPresent(os -> {
          Map<String, Object> system = new LinkedHashMap<>();
          system.put("name", Calm.text(os.name()));
          system.put("type_id", system(os.family()));
          os.version().ifPresent(version -> system.put("version", Calm.text(version)));
          json.put("os", system);
        });
    return json;
  }

  private static String name(Device device) {
    return Calm.text(device.name().orElse(device.id()));
  }

  private static int status(Outcome outcome) {
    return switch (outcome) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case UNKNOWN, NOT_APPLICABLE, ABSENT -> WARNING;
    };
  }

  private static int id(Severity severity) {
    return switch (severity) {
      case INFO -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  private static int system(Os.Family family) {
    return switch (family) {
      case WINDOWS -> 100;
      case LINUX -> 200;
      case MACOS -> 300;
      case OTHER -> 0;
    };
  }

  private static void line(StringBuilder lines, Map<String, Object> json) {
    lines.append(Json.write(json)).append('\n');
  }
}
