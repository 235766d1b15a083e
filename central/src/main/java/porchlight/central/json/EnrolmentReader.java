package porchlight.central.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** Reads the body of an enrolment. */
public final class EnrolmentReader {
  private EnrolmentReader() {}

  /** What an enrolment asks on. */
  public sealed interface Basis {
    /** A token. */
    record Token(String token) implements Basis {}

    /** Being a clone of a device; the proof is that device's key's over the new one's id. */
    record CloneOf(String device, String proof) implements Basis {}
  }

  /** What a device brings to be enrolled; name, operating system and machine are hints. */
  public record Enrolment(
      Basis basis,
      DeviceKey key,
      String agent,
      Optional<String> name,
      Optional<String> os,
      Optional<String> machine) {}

  /** The enrolment in an unpacked body; throws Unreadable when it is none. */
  public static Enrolment read(byte[] body) throws Unreadable {
    JsonNode node = Members.object(body);
    JsonNode hints = node.path("hints");
    return new Enrolment(
        basis(node),
        Members.key(node),
        Members.text(node, "", "agent"),
        Members.hint(hints, "name"),
        Members.hint(hints, "os"),
        Members.hint(hints, "machine"));
  }

  private static Basis basis(JsonNode node) throws Unreadable {
    return node.has("clonedFrom")
        ? new Basis.CloneOf(Members.text(node, "", "clonedFrom"), Members.text(node, "", "proof"))
        : new Basis.Token(Members.text(node, "", "token"));
  }
}
