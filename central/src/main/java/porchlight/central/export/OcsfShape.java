package porchlight.central.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.json.Json;
import porchlight.central.ledger.Device;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Os;
import porchlight.central.reports.Severity;

/** What events of OCSF 1.8.0 have in common, whatever their class. */
final class OcsfShape {
  private static final String VERSION = "1.8.0";

  private OcsfShape() {}

  /** The head of an event: {@code type} is its class, {@code uid} tells it from every other. */
  static Map<String, Object> event(
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

  /** The device that an event is about; its system where it has told that. */
  static Map<String, Object> subject(Device device, Optional<Content> content) {
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

  static String name(Device device) {
    return Calm.text(device.name().orElse(device.id()));
  }

  static int id(Severity severity) {
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

  static void line(StringBuilder lines, Map<String, Object> json) {
    lines.append(Json.write(json)).append('\n');
  }
}
