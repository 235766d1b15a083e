package porchlight.json;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * How far central's clock was ahead of ours, and when that was: a clock that was set since is not
 * held against the laptop.
 */
public record SkewNote(Duration ahead, Counted when) {
  /** Two clocks that both tell a time of these centuries lie no further apart. */
  private static final Duration LONGEST = Duration.ofDays(366L * 300);

  /** How far it is ahead now; none when nothing measures what has passed since. */
  public Optional<Duration> at(Counted now) {
    if (when.boot().isEmpty()
        || !when.boot().equals(now.boot())
        || when.up().isEmpty()
        || now.up().isEmpty()) {
      return Optional.empty();
    }
    Instant central = when.wall().plus(ahead).plus(now.up().get().minus(when.up().get()));
    return Optional.of(Duration.between(now.wall(), central));
  }

  JsonObject json() {
    return new JsonObject().put("aheadMs", ahead.toMillis()).put("when", when.json());
  }

  static Optional<SkewNote> of(Json.Obj object) {
    return Replies.whole(object, "aheadMs")
        .filter(ahead -> Math.abs(ahead) <= LONGEST.toMillis())
        .flatMap(ahead ->
            object
                .get("when")
                .flatMap(Json::asObject)
                .flatMap(Counted::of)
                .map(when -> new SkewNote(Duration.ofMillis(ahead), when)));
  }
}
