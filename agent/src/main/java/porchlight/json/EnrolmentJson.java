package porchlight.json;

import java.util.Optional;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** What a device says of itself once, to be known from then on. */
public final class EnrolmentJson {
  private EnrolmentJson() {}

  /**
   * What helps a person to recognise the device; identity never hangs on it.
   *
   * @param machine a salted digest of the operating system's machine id
   */
  public record Hints(Optional<String> name, Optional<String> os, Optional<String> machine) {
    public static final Hints NONE =
        new Hints(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The request.
   *
   * @param x the public key's point, base64url without padding; likewise {@code y}
   */
  public static String request(String token, String x, String y, String agent, Hints hints) {
    return JsonText.compact(
        new JsonObject()
            .put("token", token)
            .put(
                "key",
                new JsonObject().put("kty", "EC").put("crv", "P-256").put("x", x).put("y", y))
            .put("agent", agent)
            .put(
                "hints",
                new JsonObject()
                    .putText("name", hints.name())
                    .putText("os", hints.os())
                    .putText("machine", hints.machine()))
            .build());
  }
}
