package porchlight.json;

import java.time.Duration;
import java.util.Optional;
import porchlight.json.tree.JsonObject;

/**
 * What a report says of delivery, beside its content: it changes no digest.
 *
 * @param ahead how far central's clock is ahead of ours
 */
public record Beside(Totals totals, Optional<Duration> ahead) {
  public static final Beside NOTHING = new Beside(Totals.NONE, Optional.empty());

  /** The {@code delivery} member; none when there is nothing to say. */
  Optional<JsonObject> json() {
    JsonObject out = totals.json();
    long behind = -ahead.map(Duration::toSeconds).orElse(0L);
    if (behind != 0) {
      out.put("skewSeconds", behind);
    }
    return behind == 0 && totals.equals(Totals.NONE) ? Optional.empty() : Optional.of(out);
  }
}
