package porchlight.central.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** Reads the body of an enrolment; members it does not know are left alone. */
public final class EnrolmentReader {
  private static final int LONGEST = 200;

  private EnrolmentReader() {}

  /** What a device brings to be enrolled; name and operating system are hints. */
  public record Enrolment(
      String token, DeviceKey key, String agent, Optional<String> name, Optional<String> os) {}

  /** The enrolment in an unpacked body; throws Unreadable when it is none. */
  public static Enrolment read(byte[] body) throws Unreadable {
    JsonNode node;
    try {
      node = Json.STRICT.readTree(Utf8.text(body));
    } catch (JacksonException e) {
      throw new Unreadable(Unreadable.Kind.NOT_JSON, "the body is not JSON");
    }
    if (node == null || !node.isObject()) {
      throw new Unreadable(Unreadable.Kind.INVALID, ": an object is expected");
    }
    JsonNode key = node.path("key");
    if (!text(key, "/key", "kty").equals("EC") || !text(key, "/key", "crv").equals("P-256")) {
      throw new Unreadable(Unreadable.Kind.INVALID, "/key: an EC key on P-256 is expected");
    }
    JsonNode hints = node.path("hints");
    return new Enrolment(
        text(node, "", "token"),
        key(text(key, "/key", "x"), text(key, "/key", "y")),
        text(node, "", "agent"),
        hint(hints, "name"),
        hint(hints, "os"));
  }

  private static DeviceKey key(String x, String y) throws Unreadable {
    try {
      return new DeviceKey(x, y);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Unreadable.Kind.INVALID, "/key: " + e.getMessage());
    }
  }

  private static String text(JsonNode node, String at, String name) throws Unreadable {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > LONGEST) {
      throw new Unreadable(
          Unreadable.Kind.INVALID,
          at + "/" + name + ": a text of 1 to " + LONGEST + " characters is expected");
    }
    return value.asText();
  }

  private static Optional<String> hint(JsonNode hints, String name) throws Unreadable {
    return hints.has(name) ? Optional.of(text(hints, "/hints", name)) : Optional.empty();
  }
}
