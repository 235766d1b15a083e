package porchlight.json;

import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** What a person says at the screen of a verification; one line of JSON each. */
public sealed interface Said {
  /** Is there anything for me? */
  record Look() implements Said {}

  /** Yes: {@code user} called, or {@code tech} did. */
  record Yes(String called) implements Said {}

  /** No: I know of nothing ({@code unknown}), or they did not say the words ({@code words}). */
  record No(String why) implements Said {}

  /** How does it stand? */
  record Stand() implements Said {}

  /** There is no network; it is for this. */
  record Offline(String purpose) implements Said {}

  /** The caller has read these, eight digits each. */
  record Numbers(String challenge, String response) implements Said {}

  /** As a line. */
  default String line() {
    var json = new JsonObject();
    switch (this) {
      case Look() -> json.put("say", "look");
      case Yes(var called) -> json.put("say", "yes").put("called", called);
      case No(var why) -> json.put("say", "no").put("why", why);
      case Stand() -> json.put("say", "stand");
      case Offline(var purpose) -> json.put("say", "offline").put("purpose", purpose);
      case Numbers(var challenge, var response) ->
          json.put("say", "numbers").put("challenge", challenge).put("response", response);
    }
    return JsonText.compact(json.build());
  }

  /** What a line says; nothing when it is none of these. */
  static Optional<Said> of(String line) {
    return Replies.object(line)
        .flatMap(json ->
            switch (json.text("say").orElse("")) {
              case "look" -> Optional.of(new Look());
              case "yes" ->
                  json.text("called")
                      .filter(who -> who.equals("user") || who.equals("tech"))
                      .map(Yes::new);
              case "no" ->
                  json.text("why")
                      .filter(why -> why.equals("unknown") || why.equals("words"))
                      .map(No::new);
              case "stand" -> Optional.of(new Stand());
              case "offline" ->
                  json.text("purpose")
                      .filter(word -> word.matches("[a-z-]{1,40}"))
                      .map(Offline::new);
              case "numbers" ->
                  digits(json, "challenge")
                      .flatMap(
                          asked -> digits(json, "response").map(told -> new Numbers(asked, told)));
              default -> Optional.<Said>empty();
            });
  }

  private static Optional<String> digits(Json.Obj json, String name) {
    return json.text(name).filter(text -> text.matches("[0-9]{8}"));
  }
}
