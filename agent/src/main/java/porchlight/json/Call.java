package porchlight.json;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.tree.Json;

/**
 * A verification that waits at central for this laptop's user.
 *
 * @param key central's half, made for this one
 * @param technician who opened it
 * @param words what the technician must say
 * @param seconds until it runs out
 */
public record Call(
    UUID id,
    String nonce,
    Jwk key,
    String technician,
    String purpose,
    String ticket,
    List<String> words,
    long seconds) {
  private static final int LONGEST = 200;

  public Call {
    words = List.copyOf(words);
  }

  /**
   * What waits, in central's answer: outside, whether it is one; inside, whether anything waits.
   */
  @SuppressWarnings("OptionalMapToOptional") // nothing waits, and no answer, are two things
  public static Optional<Optional<Call>> waiting(String text, UUID device) {
    return Replies.object(text)
        .filter(reply -> reply.text("device").flatMap(Replies::uuid).equals(Optional.of(device)))
        .flatMap(reply ->
            reply.get("verification").isEmpty()
                ? Optional.of(Optional.empty())
                : reply
                    .get("verification")
                    .flatMap(Json::asObject)
                    .flatMap(Call::of)
                    .map(Optional::of));
  }

  private static Optional<Call> of(Json.Obj json) {
    var id = json.text("id").flatMap(Replies::uuid);
    var key = json.get("key").flatMap(Json::asObject).flatMap(Jwk::of);
    var words = json.get("words").flatMap(Json::asItems).flatMap(Call::words);
    var seconds = Replies.whole(json, "seconds");
    var texts = List.of("nonce", "technician", "purpose", "ticket");
    boolean whole = texts.stream().allMatch(name -> json.text(name).filter(Call::fits).isPresent());
    if (!whole || id.isEmpty() || key.isEmpty() || words.isEmpty() || seconds.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Call(
            id.get(),
            json.text("nonce").orElseThrow(),
            key.get(),
            json.text("technician").orElseThrow(),
            json.text("purpose").orElseThrow(),
            json.text("ticket").orElseThrow(),
            words.get(),
            seconds.get()));
  }

  private static boolean fits(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }

  private static Optional<List<String>> words(List<Json> items) {
    var words = items.stream().map(Json::asText).flatMap(Optional::stream).toList();
    return words.size() == 2 && items.size() == 2 && words.stream().allMatch(Call::fits)
        ? Optional.of(words)
        : Optional.empty();
  }
}
