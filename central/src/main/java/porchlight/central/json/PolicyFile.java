package porchlight.central.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;
import porchlight.central.settings.SettingsFault;
import porchlight.central.signing.DeviceKey;

/**
 * A policy file as its author wrote it, JSON with comments. Which members there are and what they
 * mean is the agent's to judge; here is only refused what no agent could take.
 */
public final class PolicyFile {
  private final Path file;
  private final ObjectNode policy;

  private PolicyFile(Path file, ObjectNode policy) {
    this.file = file;
    this.policy = policy;
  }

  /** Reads a file; throws SettingsFault with the place of what is wrong. */
  public static PolicyFile read(Path file) throws SettingsFault {
    try {
      JsonNode node = Json.COMMENTED.readTree(Files.readString(file));
      if (node instanceof ObjectNode object) {
        PolicyFile policy = new PolicyFile(file, object);
        policy.check();
        return policy;
      }
      throw new SettingsFault(file + " /: an object is expected");
    } catch (JsonProcessingException e) {
      throw new SettingsFault(file + " line " + e.getLocation().getLineNr() + ": is not JSON");
    } catch (IOException e) {
      throw new SettingsFault(file + ": cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** The policy of a payload of ours, with the next revision. */
  public static PolicyFile next(String organisation, byte[] payload) throws SettingsFault {
    Path name = Path.of("the policy of " + organisation.replaceAll("[^A-Za-z0-9 ]", "?"));
    try {
      JsonNode policy = Json.STRICT.readTree(payload).path("policy");
      if (policy instanceof ObjectNode object && object.path("revision").isInt()) {
        object.put("revision", Math.incrementExact(object.path("revision").intValue()));
        return new PolicyFile(name, object);
      }
    } catch (IOException | ArithmeticException e) {
      // Said below.
    }
    throw new SettingsFault(name + ": cannot be signed anew");
  }

  /** Its revision. */
  public long revision() {
    return policy.path("revision").longValue();
  }

  /**
   * The bytes to sign: the policy without comments, for one organisation, as of now; {@code keys}
   * are those to be pinned from now on, empty where nothing changes.
   */
  public byte[] payload(String organisation, List<DeviceKey> keys, Instant now) {
    ObjectNode payload = Json.STRICT.createObjectNode();
    payload.put("organisation", organisation);
    payload.put("revision", revision());
    payload.put("issued", now.truncatedTo(ChronoUnit.SECONDS).toString());
    if (!keys.isEmpty()) {
      ArrayNode named = payload.putArray("keys");
      keys.forEach(key ->
          named
              .addObject()
              .put("kty", "EC")
              .put("crv", "P-256")
              .put("x", key.x())
              .put("y", key.y()));
    }
    payload.set("policy", policy);
    return Json.write(payload).getBytes(StandardCharsets.UTF_8);
  }

  private void check() throws SettingsFault {
    JsonNode revision = policy.path("revision");
    if (!revision.isInt() || revision.intValue() < 1) {
      throw fault("/revision", "a whole number from 1 on is expected");
    }
    JsonNode rules = policy.path("rules");
    if (!rules.isArray() || rules.isEmpty()) {
      throw fault("/rules", "a list with at least one rule is expected");
    }
    for (int i = 0; i < rules.size(); i++) {
      rule("/rules/" + i, rules.get(i));
    }
  }

  private void rule(String at, JsonNode rule) throws SettingsFault {
    if (!rule.path("check").asText("").matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw fault(at + "/check", "the id of a check is expected");
    }
    try {
      Word.parse(Severity.class, rule.path("severity").asText(""));
    } catch (IllegalArgumentException e) {
      throw fault(at + "/severity", "critical, high, medium, low or info is expected");
    }
  }

  private SettingsFault fault(String path, String expected) {
    return new SettingsFault(file + " " + path + ": " + expected);
  }
}
