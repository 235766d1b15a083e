package porchlight.central.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.devices.Change;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Kin;
import porchlight.central.ledger.Stand;
import porchlight.central.ledger.Standing;
import porchlight.central.reports.Delivery;
import porchlight.central.reports.Word;

/** The JSON for dashboards, as the protocol names its members; what is not known is left out. */
public final class ApiViews {
  private ApiViews() {}

  /** An organisation with its counts. */
  public static Map<String, Object> organisation(Stand stand) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", stand.organisation().id());
    json.put("name", stand.organisation().name());
    json.put("devices", stand.devices());
    json.put("unsafe", stand.of(Tone.UNSAFE.css()));
    json.put("care", stand.of(Tone.CARE.css()));
    json.put("cannotSay", stand.of(Tone.CANNOT_SAY.css()));
    json.put("safe", stand.of(Tone.SAFE.css()));
    json.put("silent", stand.of(Tone.SILENT.css()));
    return json;
  }

  /** A device in a list. */
  public static Map<String, Object> device(Heard heard) {
    Device device = heard.device();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", device.id());
    json.put("organisation", device.organisation().id());
    put(json, "name", device.name());
    put(json, "os", device.os());
    json.put("presence", Word.of(heard.presence()));
    device
        .assessment()
        .ifPresent(assessment -> {
          json.put("answer", Word.of(assessment.answer()));
          assessment.score().ifPresent(score -> json.put("score", score));
          json.put("assessed", assessment.assessed());
          json.put("blind", assessment.blind());
        });
    device
        .worst()
        .ifPresent(worst ->
            json.put(
                "worst",
                Map.of(
                    "check", worst.check(),
                    "severity", Word.of(worst.severity()),
                    "because", worst.because())));
    json.put("lastSeen", device.lastSeen().toString());
    device.lastReport().ifPresent(at -> json.put("lastReport", at.toString()));
    device.place().ifPresent(kind -> json.put("place", Word.of(kind)));
    json.put("missing", device.missing());
    if (device.standing() != Standing.ACTIVE) {
      json.put("standing", Word.of(device.standing()));
    }
    if (!device.delivery().equals(Delivery.NONE)) {
      json.put("delivery", Delivered.json(device.delivery()));
    }
    device
        .goodbye()
        .ifPresent(goodbye ->
            json.put(
                "goodbye",
                Map.of("reason", Word.of(goodbye.reason()), "at", goodbye.at().toString())));
    return json;
  }

  /** The devices that one is, was or may be, by their ids. */
  public static Map<String, Object> kin(Kin kin) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "looksLike", kin.looksLike().map(Kin.Relative::id));
    put(json, "mergedInto", kin.mergedInto().map(Kin.Relative::id));
    put(json, "clonedFrom", kin.clonedFrom().map(Kin.Relative::id));
    if (!kin.clones().isEmpty()) {
      json.put("clones", kin.clones().stream().map(Kin.Relative::id).toList());
    }
    return json;
  }

  /** The changes of a device's checks, newest first. */
  public static List<Object> history(List<Change> changes) {
    List<Object> json = new ArrayList<>();
    changes.stream()
        .sorted(Comparator.comparingLong((Change change) -> change.first().sequence()).reversed())
        .forEach(change -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("check", change.check());
          one.put("from", Word.of(change.from()));
          one.put("to", Word.of(change.to()));
          one.put("at", change.first().at().toString());
          one.put("sequence", change.first().sequence());
          json.add(one);
        });
    return json;
  }

  private static void put(Map<String, Object> json, String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
  }
}
