package porchlight.json;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Assessment;

/**
 * A look that was written down: what {@code check --json} printed, or a report that was sent.
 *
 * @param report its id, of a report
 */
public record Noted(Assessment assessment, Instant at, Optional<String> report) {

  /**
   * Nothing when the text is neither, or damaged.
   *
   * @param contents the content of the full report with that digest, for one that says "unchanged"
   */
  public static Optional<Noted> of(String text, Function<String, Optional<Json.Obj>> contents) {
    Optional<Json.Obj> object = Replies.object(text);
    return object.flatMap(all -> all.text("schema")).isPresent()
        ? object.flatMap(all -> report(all, contents))
        : KeptCheck.of(text).map(kept -> new Noted(kept.assessment(), kept.at(), Optional.empty()));
  }

  /** The digest and the content of a full report. */
  public static Optional<Json.Obj> content(String text, String digest) {
    int at = text.indexOf(",\"content\":");
    boolean whole = at > 0 && text.endsWith("}");
    return whole
            && ReportJson.digest(text.substring(at + ",\"content\":".length(), text.length() - 1))
                .equals(digest)
        ? Replies.object(text).flatMap(all -> all.get("content")).flatMap(Json::asObject)
        : Optional.empty();
  }

  private static Optional<Noted> report(
      Json.Obj all, Function<String, Optional<Json.Obj>> contents) {
    Optional<Json.Obj> content = all.get("content").flatMap(Json::asObject);
    return content
        .or(() -> all.text("same").flatMap(contents))
        .flatMap(found -> looked(found, all.text("collectedAt").orElse("")))
        .map(kept -> new Noted(kept.assessment(), kept.at(), all.text("id")));
  }

  /** In the words of {@code check --json}, where evidence is never left out. */
  private static Optional<KeptCheck> looked(Json.Obj content, String at) {
    Optional<String> answer =
        content
            .get("assessment")
            .flatMap(Json::asObject)
            .flatMap(assessment -> assessment.text("answer"));
    Optional<Json> findings =
        content
            .get("findings")
            .flatMap(Json::asItems)
            .map(items -> new Json.Arr(items.stream().map(Noted::withEvidence).toList()));
    return answer.isEmpty() || findings.isEmpty()
        ? Optional.empty()
        : KeptCheck.of(
            JsonText.compact(
                new JsonObject()
                    .put("answer", answer.get())
                    .put("at", at)
                    .put("findings", findings.get())
                    .build()));
  }

  private static Json withEvidence(Json finding) {
    Optional<Json.Obj> fields = finding.asObject().filter(one -> one.get("evidence").isEmpty());
    if (fields.isEmpty()) {
      return finding;
    }
    var out = new JsonObject();
    fields.get().members().forEach(out::put);
    return out.put("evidence", new Json.Arr(java.util.List.of())).build();
  }
}
