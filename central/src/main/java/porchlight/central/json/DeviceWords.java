package porchlight.central.json;

import com.fasterxml.jackson.databind.JsonNode;
import porchlight.central.reports.Goodbye;
import porchlight.central.reports.Word;
import porchlight.central.signing.DeviceKey;

/** Reads what devices say besides enrolments and reports. */
public final class DeviceWords {
  private DeviceWords() {}

  /** A device's next key, and that key's signature over the old one's id. */
  public record Rekey(String device, DeviceKey key, String proof) {}

  /** A device that leaves. */
  public record Farewell(String device, Goodbye.Reason reason) {}

  /** The body of {@code /v1/key}; throws Unreadable when it is none. */
  public static Rekey rekey(byte[] body) throws Unreadable {
    JsonNode node = Members.object(body);
    return new Rekey(
        Members.text(node, "", "device"), Members.key(node), Members.text(node, "", "proof"));
  }

  /** The body of {@code /v1/goodbye}; throws Unreadable when it is none. */
  public static Farewell farewell(byte[] body) throws Unreadable {
    JsonNode node = Members.object(body);
    String device = Members.text(node, "", "device");
    try {
      return new Farewell(
          device, Word.parse(Goodbye.Reason.class, Members.text(node, "", "reason")));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Unreadable.Kind.INVALID, "/reason: uninstalled or shutdown is expected");
    }
  }
}
