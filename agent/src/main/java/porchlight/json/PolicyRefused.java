package porchlight.json;

import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * A policy of central's that was kept out.
 *
 * @param digest which one, so that it is not fetched again and again
 * @param why at most 200 characters
 * @param by the version of this program that did: another one may think otherwise
 */
public record PolicyRefused(long revision, String digest, String why, String by) {
  private static final int LONGEST = 200;

  public PolicyRefused {
    revision = Math.max(0, revision);
    why = Replies.words(why);
    why = why.length() <= LONGEST ? why : why.substring(0, LONGEST);
  }

  JsonObject json() {
    return new JsonObject()
        .put("revision", revision)
        .put("digest", digest)
        .put("why", why)
        .put("by", by);
  }

  static Optional<PolicyRefused> of(Json.Obj object) {
    return Replies.whole(object, "revision")
        .flatMap(revision ->
            object
                .text("digest")
                .map(digest ->
                    new PolicyRefused(
                        revision,
                        digest,
                        object.text("why").orElse(""),
                        object.text("by").orElse(""))));
  }
}
