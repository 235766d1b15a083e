package porchlight.central.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** The members of small bodies; those that nobody asks for are left alone. */
final class Members {
  private static final int LONGEST = 200;

  private Members() {}

  static JsonNode object(byte[] body) throws Unreadable {
    JsonNode node;
    try {
      node = Json.STRICT.readTree(Utf8.text(body));
    } catch (JacksonException e) {
      throw new Unreadable(Unreadable.Kind.NOT_JSON, "the body is not JSON");
    }
    if (node == null || node.isMissingNode()) {
      throw new Unreadable(Unreadable.Kind.NOT_JSON, "the body is empty");
    }
    if (!node.isObject()) {
      throw new Unreadable(Unreadable.Kind.INVALID, ": an object is expected");
    }
    return node;
  }

  /** The member {@code key}, a JWK. */
  static DeviceKey key(JsonNode node) throws Unreadable {
    JsonNode key = node.path("key");
    if (!text(key, "/key", "kty").equals("EC") || !text(key, "/key", "crv").equals("P-256")) {
      throw new Unreadable(Unreadable.Kind.INVALID, "/key: an EC key on P-256 is expected");
    }
    try {
      return new DeviceKey(text(key, "/key", "x"), text(key, "/key", "y"));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Unreadable.Kind.INVALID, "/key: " + e.getMessage());
    }
  }

  static String text(JsonNode node, String at, String name) throws Unreadable {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > LONGEST) {
      throw new Unreadable(
          Unreadable.Kind.INVALID,
          at + "/" + name + ": a text of 1 to " + LONGEST + " characters is expected");
    }
    return value.asText();
  }

  static Optional<String> hint(JsonNode hints, String name) throws Unreadable {
    return hints.has(name) ? Optional.of(text(hints, "/hints", name)) : Optional.empty();
  }
}
