package porchlight.json;

import java.util.Optional;
import java.util.UUID;
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

  /** The request of a device that has a token. */
  public static String request(String token, Jwk key, String agent, Hints hints) {
    return JsonText.compact(rest(new JsonObject().put("token", token), key, agent, hints).build());
  }

  /**
   * The request of a device whose disk was copied.
   *
   * @param proof by the key of the device that it was
   */
  public static String clone(UUID from, String proof, Jwk key, String agent, Hints hints) {
    var first = new JsonObject().put("clonedFrom", from.toString()).put("proof", proof);
    return JsonText.compact(rest(first, key, agent, hints).build());
  }

  private static JsonObject rest(JsonObject first, Jwk key, String agent, Hints hints) {
    return first
        .put("key", key.json())
        .put("agent", agent)
        .put(
            "hints",
            new JsonObject()
                .putText("name", hints.name())
                .putText("os", hints.os())
                .putText("machine", hints.machine()));
  }

  /** The request for another key. */
  public static String key(UUID device, Jwk key, String proof) {
    return JsonText.compact(
        new JsonObject()
            .put("device", device.toString())
            .put("key", key.json())
            .put("proof", proof)
            .build());
  }

  /** The last word. */
  public static String goodbye(UUID device, String reason) {
    return JsonText.compact(
        new JsonObject().put("device", device.toString()).put("reason", reason).build());
  }
}
