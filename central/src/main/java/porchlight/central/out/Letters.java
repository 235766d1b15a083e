package porchlight.central.out;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.json.Json;
import porchlight.central.ledger.Event;
import porchlight.central.ledger.Posting;
import porchlight.central.reports.Word;
import porchlight.central.settings.Hook;
import porchlight.central.views.CheckPage;

/** An event as the body of a request, in the words of each kind of webhook. */
final class Letters {
  private Letters() {}

  /** The body, and its type. */
  record Letter(String type, String body) {}

  static Letter of(Hook.Kind kind, Posting posting) {
    return switch (kind) {
      case CLOUDEVENTS ->
          new Letter("application/cloudevents+json; charset=utf-8", cloudEvent(posting));
      case SLACK -> new Letter("application/json; charset=utf-8", slack(Words.of(posting)));
      case TEAMS -> new Letter("application/json; charset=utf-8", teams(Words.of(posting)));
    };
  }

  /** The same however often it is sent; a ledger that was put back gives an id to another time. */
  static String id(Event event) {
    return event.id() + "-" + event.at().toEpochMilli();
  }

  private static String cloudEvent(Posting posting) {
    Event event = posting.event();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("specversion", "1.0");
    json.put("id", id(event));
    json.put("source", "/porchlight/organisations/" + event.organisation());
    json.put("type", "porchlight." + event.kind().word());
    json.put("subject", posting.subject());
    json.put("time", event.at().toString());
    json.put("datacontenttype", "application/json");
    json.put("dedupekey", posting.subject());
    json.put("data", data(posting));
    return Json.write(json);
  }

  private static Map<String, Object> data(Posting posting) {
    Event event = posting.event();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(
        "organisation",
        Map.of("id", posting.organisation().id(), "name", posting.organisation().name()));
    event
        .device()
        .ifPresent(id -> {
          Map<String, Object> device = new LinkedHashMap<>();
          device.put("id", id);
          posting.deviceName().ifPresent(name -> device.put("name", name));
          data.put("device", device);
        });
    event
        .check()
        .ifPresent(check -> {
          data.put("check", check);
          data.put("title", CheckPage.of(check).title());
        });
    event.severity().ifPresent(severity -> data.put("severity", Word.of(severity)));
    event
        .details()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            data.put(name, value);
          }
        });
    return data;
  }

  /** Plain text in the block, so that nothing in a name is a link or calls a channel. */
  private static String slack(Words words) {
    String all =
        words.because().isEmpty() ? words.headline() : words.headline() + "\n" + words.because();
    return Json.write(
        Map.of(
            "text",
            escaped(words.headline()),
            "blocks",
            List.of(
                Map.of(
                    "type",
                    "section",
                    "text",
                    Map.of("type", "plain_text", "emoji", false, "text", shortened(all))))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shortened(String text) {
    return text.length() <= 2900 ? text : text.substring(0, 2900) + "…";
  }

  private static String teams(Words words) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put(
        "body",
        words.because().isEmpty()
            ? List.of(block(words.headline(), true))
            : List.of(block(words.headline(), true), block(words.because(), false)));
    return Json.write(
        Map.of(
            "type",
            "message",
            "attachments",
            List.of(
                Map.of(
                    "contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
  }

  private static Map<String, Object> block(String text, boolean strong) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "TextBlock");
    block.put("text", text.replaceAll("([\\\\\\[\\]()*_#`~<>|])", "\\\\$1"));
    block.put("wrap", true);
    block.put("weight", strong ? "Bolder" : "Default");
    return block;
  }
}
