package porchlight.json;

import java.time.Duration;
import java.util.Optional;
import porchlight.json.tree.JsonObject;

/**
 * What a report says of delivery, beside its content: it changes no digest.
 *
 * @param ahead how far central's clock is ahead of ours
 * @param privateIssuer who vouched for central last, when it was no public authority
 */
public record Beside(Totals totals, Optional<Duration> ahead, Optional<String> privateIssuer) {
  public static final Beside NOTHING = new Beside(Totals.NONE, Optional.empty(), Optional.empty());

  /** The {@code delivery} member; none when there is nothing to say. */
  Optional<JsonObject> json() {
    JsonObject out = totals.json();
    long behind = -ahead.map(Duration::toSeconds).orElse(0L);
    if (behind != 0) {
      out.put("skewSeconds", behind);
    }
    out.putText("privateIssuer", privateIssuer);
    boolean nothing = behind == 0 && totals.equals(Totals.NONE) && privateIssuer.isEmpty();
    return nothing ? Optional.empty() : Optional.of(out);
  }
}
