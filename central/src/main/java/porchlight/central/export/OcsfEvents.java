package porchlight.central.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Event;
import porchlight.central.presence.Step;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Severity;

/**
 * What happened in OCSF 1.8.0, one JSON a line: findings that open and close (2003), answers that
 * changed (5019), devices that are enrolled (5001), silences as findings of their own (2004), calls
 * (3002).
 */
public final class OcsfEvents {
  private OcsfEvents() {}

  /** What happened, in OCSF; empty for what OCSF has no class for. */
  public static String of(Event event, Device device) {
    return switch (event.kind()) {
      case FINDING_OPENED -> edge(event, device, 1, Ocsf.FAIL);
      case FINDING_WORSE, FINDING_STILL -> edge(event, device, 2, Ocsf.FAIL);
      case FINDING_BLIND -> edge(event, device, 2, Ocsf.WARNING);
      case FINDING_CLOSED ->
          edge(
              event,
              device,
              3,
              "pass".equals(event.details().get("to")) ? Ocsf.PASS : Ocsf.WARNING);
      case DEVICE_ANSWER -> answer(event, device);
      case DEVICE_ENROLLED -> enrolled(event, device);
      case DEVICE_SILENT -> silence(event, device, isFirst(event) ? 1 : 2);
      case DEVICE_RETURNED -> silence(event, device, 3);
      case ORGANISATION_SILENT, ORGANISATION_RETURNED -> "";
      case CALL_VERIFIED -> call(event, device, true);
      case CALL_DENIED, CALL_LOCKED -> call(event, device, false);
    };
  }

  private static String edge(Event event, Device device, int activity, int status) {
    return line(
        Ocsf.finding(
            device,
            Optional.empty(),
            event.at(),
            activity,
            event.check().orElse(""),
            status,
            event.severity().orElse(Severity.INFO),
            detail(event, "because", "")));
  }

  /** Authentication (3002): somebody at a laptop proved, or did not prove, who they are. */
  private static String call(Event event, Device device, boolean success) {
    Map<String, Object> json =
        OcsfShape.event(
            3002,
            3,
            99,
            event.at(),
            success ? Severity.INFO : Severity.HIGH,
            device.id() + ":call:" + event.id(),
            event.organisation());
    json.put("activity_name", "Caller Verification");
    json.put("device", OcsfShape.subject(device, Optional.empty()));
    json.put("user", Map.of("name", detail(event, "account", "not told")));
    json.put("actor", Map.of("user", Map.of("name", detail(event, "tech", "not told"))));
    json.put("service", Map.of("name", "Porchlight caller verification"));
    json.put("session", Map.of("uid", detail(event, "verification", "")));
    json.put("status_id", success ? 1 : 2);
    json.put("status_detail", event.kind().word());
    json.put("message", detail(event, "purpose", "") + ", ticket " + detail(event, "ticket", ""));
    return line(json);
  }

  private static String detail(Event event, String name, String otherwise) {
    return Calm.text(event.details().getOrDefault(name, otherwise));
  }

  private static String answer(Event event, Device device) {
    String to = event.details().getOrDefault("to", "");
    Map<String, Object> json =
        OcsfShape.event(
            5019,
            5,
            1,
            event.at(),
            event.severity().orElse(Severity.INFO),
            device.id() + ":answer:" + event.id(),
            event.organisation());
    json.put("device", OcsfShape.subject(device, Optional.empty()));
    json.put("message", "The answer is " + to + ".");
    json.put("prev_security_level_id", level(event.details().getOrDefault("from", "")));
    json.put("security_level_id", level(to));
    return line(json);
  }

  /** 1 secure, 2 at risk, 0 unknown. */
  private static int level(String answer) {
    return switch (answer) {
      case "safe" -> 1;
      case "care", "unsafe" -> 2;
      default -> 0;
    };
  }

  private static String enrolled(Event event, Device device) {
    Map<String, Object> json =
        OcsfShape.event(
            5001,
            5,
            1,
            event.at(),
            Severity.INFO,
            device.id() + ":enrolled:" + event.id(),
            event.organisation());
    json.put("device", OcsfShape.subject(device, Optional.empty()));
    json.put(
        "message",
        event.details().containsKey("clonedFrom")
            ? "The device is enrolled; its disk is a copy of another's."
            : "The device is enrolled.");
    return line(json);
  }

  private static boolean isFirst(Event event) {
    return event.details().getOrDefault("after", "").equals(Step.HOUR.word());
  }

  /** A silence is a finding that opens after an hour, goes on, and is resolved by being heard. */
  private static String silence(Event event, Device device, int activity) {
    Map<String, Object> json =
        OcsfShape.event(
            2004,
            2,
            activity,
            event.at(),
            activity == 3 ? Severity.INFO : Severity.MEDIUM,
            device.id() + ":silence:" + event.id(),
            event.organisation());
    String after = detail(event, "after", "");
    json.put("status_id", activity == 3 ? 4 : 1);
    json.put(
        "message",
        activity == 3 ? "It is heard again." : "Nothing was heard of it for " + after + ".");
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("uid", device.id() + ":silence");
    info.put("title", "A laptop is silent");
    info.put("last_seen_time", device.lastSeen().toEpochMilli());
    json.put("finding_info", info);
    json.put("device", OcsfShape.subject(device, Optional.empty()));
    return line(json);
  }

  private static String line(Map<String, Object> json) {
    StringBuilder line = new StringBuilder();
    OcsfShape.line(line, json);
    return line.toString();
  }
}
