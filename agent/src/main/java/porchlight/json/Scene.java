package porchlight.json;

import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** What the half that holds the key tells the screen of a verification; one line of JSON each. */
public sealed interface Scene {
  /** Somebody waits for an answer; {@code server} is who says so. */
  record Waiting(
      String server, String technician, String purpose, String ticket, String words, long seconds)
      implements Scene {}

  /** Nobody there waits for one. */
  record Nobody(String server) implements Scene {}

  /** A code to be read out. */
  record Code(String digits, long seconds) implements Scene {}

  /** How it stands; with what a technician has sent. */
  record Stands(String state, Optional<String> message) implements Scene {}

  /** Eight digits to be read out first, without a network. */
  record Question(String digits) implements Scene {}

  /** Eight digits to be read out last: the caller is who they should be. */
  record Answer(String digits) implements Scene {}

  /** What the caller read was not central's. */
  record Misread(long left) implements Scene {}

  /** It does not go on. */
  record Trouble(String why) implements Scene {}

  /** As a line. */
  default String line() {
    var json = new JsonObject();
    switch (this) {
      case Waiting(var server, var technician, var purpose, var ticket, var words, long seconds) ->
          json.put("scene", "waiting")
              .put("server", server)
              .put("technician", technician)
              .put("purpose", purpose)
              .put("ticket", ticket)
              .put("words", words)
              .put("seconds", seconds);
      case Nobody(var server) -> json.put("scene", "nobody").put("server", server);
      case Code(var digits, long seconds) ->
          json.put("scene", "code").put("digits", digits).put("seconds", seconds);
      case Stands(var state, var message) ->
          json.put("scene", "stands").put("state", state).putText("message", message);
      case Question(var digits) -> json.put("scene", "question").put("digits", digits);
      case Answer(var digits) -> json.put("scene", "answer").put("digits", digits);
      case Misread(long left) -> json.put("scene", "misread").put("left", left);
      case Trouble(var why) -> json.put("scene", "trouble").put("why", why);
    }
    return JsonText.compact(json.build());
  }

  /** The scene of a line; a line that is none is trouble. */
  static Scene of(String line) {
    return Replies.object(line)
        .flatMap(Scene::read)
        .orElse(new Trouble("the agent answered what this program does not understand"));
  }

  private static Optional<Scene> read(Json.Obj json) {
    return switch (json.text("scene").orElse("")) {
      case "waiting" ->
          Optional.of(
              new Waiting(
                  text(json, "server"),
                  text(json, "technician"),
                  text(json, "purpose"),
                  text(json, "ticket"),
                  text(json, "words"),
                  Replies.whole(json, "seconds").orElse(0L)));
      case "nobody" -> Optional.of(new Nobody(text(json, "server")));
      case "code" ->
          Optional.of(new Code(text(json, "digits"), Replies.whole(json, "seconds").orElse(0L)));
      case "stands" -> Optional.of(new Stands(text(json, "state"), json.text("message")));
      case "question" -> Optional.of(new Question(text(json, "digits")));
      case "answer" -> Optional.of(new Answer(text(json, "digits")));
      case "misread" -> Optional.of(new Misread(Replies.whole(json, "left").orElse(0L)));
      case "trouble" -> Optional.of(new Trouble(text(json, "why")));
      default -> Optional.empty();
    };
  }

  private static String text(Json.Obj json, String name) {
    return json.text(name).orElse("");
  }
}
