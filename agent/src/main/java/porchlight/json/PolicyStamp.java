package porchlight.json;

import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/** Which policy the organisation has now, as central's answers say. */
public record PolicyStamp(long revision, String digest) {

  /** As central says it. */
  public JsonObject json() {
    return new JsonObject().put("revision", revision).put("digest", digest);
  }

  static Optional<PolicyStamp> of(Json.Obj object, String name) {
    return object
        .get(name)
        .flatMap(Json::asObject)
        .flatMap(stamp ->
            Replies.whole(stamp, "revision")
                .flatMap(revision ->
                    stamp
                        .text("digest")
                        .filter(digest -> digest.matches("sha256:[A-Za-z0-9_-]{43}"))
                        .map(digest -> new PolicyStamp(revision, digest))));
  }
}
