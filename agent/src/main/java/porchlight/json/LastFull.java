package porchlight.json;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * The newest full report that was made; {@code unchanged} may name it once central has {@code
 * accepted} it.
 *
 * @param digest of its content
 * @param outcomes a digest of its findings' outcomes
 */
public record LastFull(
    String digest, UUID report, long sequence, Instant at, String outcomes, boolean accepted) {

  /** The same report, once central has it. */
  public LastFull taken() {
    return new LastFull(digest, report, sequence, at, outcomes, true);
  }

  JsonObject json() {
    return new JsonObject()
        .put("digest", digest)
        .put("report", report.toString())
        .put("sequence", sequence)
        .put("at", at.toString())
        .put("outcomes", outcomes)
        .put("accepted", accepted);
  }

  static Optional<LastFull> of(Json.Obj object) {
    var digest = object.text("digest");
    var report = object.text("report").flatMap(Replies::uuid);
    var sequence = Replies.whole(object, "sequence");
    var at = object.text("at").flatMap(Replies::instant);
    return digest.isEmpty() || report.isEmpty() || sequence.isEmpty() || at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LastFull(
                digest.get(),
                report.get(),
                sequence.get(),
                at.get(),
                object.text("outcomes").orElse(""),
                Replies.truth(object, "accepted").orElse(false)));
  }
}
