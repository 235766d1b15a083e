package porchlight.json;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * Time that only grows, from cycle to cycle, whatever is done to the laptop's clock: within one
 * start of the system by what has passed since that start, else by the clock, a day at most.
 *
 * @param at the counted time
 * @param wall what the laptop's clock said
 * @param boot which start of the system
 * @param up how long ago that was; none where the system does not tell
 */
public record Counted(Instant at, Instant wall, Optional<UUID> boot, Optional<Duration> up) {
  private static final Duration LONGEST_STEP = Duration.ofDays(1);

  /** The first time. */
  public static Counted first(Instant wall, Optional<UUID> boot, Optional<Duration> up) {
    return new Counted(wall, wall, boot, up);
  }

  /** The time now, of which all that was counted before is a part. */
  public Counted then(Instant now, Optional<UUID> nowBoot, Optional<Duration> nowUp) {
    boolean measured = boot.isPresent() && boot.equals(nowBoot) && up.isPresent();
    Duration step =
        measured && nowUp.isPresent()
            ? nowUp.get().minus(up.get())
            : shorter(Duration.between(wall, now), LONGEST_STEP);
    return new Counted(at.plus(step.isNegative() ? Duration.ZERO : step), now, nowBoot, nowUp);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  JsonObject json() {
    var out =
        new JsonObject()
            .put("at", at.toString())
            .put("wall", wall.toString())
            .putText("boot", boot.map(UUID::toString));
    up.ifPresent(time -> out.put("upMs", time.toMillis()));
    return out;
  }

  static Optional<Counted> of(Json.Obj object) {
    var at = object.text("at").flatMap(Replies::instant);
    var wall = object.text("wall").flatMap(Replies::instant);
    if (at.isEmpty() || wall.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Counted(
            at.get(),
            wall.get(),
            object.text("boot").flatMap(Replies::uuid),
            Replies.whole(object, "upMs").filter(ms -> ms >= 0).map(Duration::ofMillis)));
  }
}
