package porchlight.central.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import porchlight.central.remarks.Advice;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SigningKey;

/** A bundle of advice that one MSP gives to another: its text, who signed it, and the signature. */
public final class ShareFile {
  private static final String SCHEMA = "porchlight-share/1";
  private static final int MOST = 500;
  private static final int LONGEST = 2000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final Pattern CHECK = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private ShareFile() {}

  /** The bundle as its receiver takes it in. */
  public static String write(List<Advice> advice, SigningKey key) {
    List<Object> list = new ArrayList<>();
    advice.stream()
        .limit(MOST)
        .forEach(one -> list.add(Map.of("check", one.check(), "words", one.words())));
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("schema", SCHEMA);
    inner.put("advice", list);
    String payload = Json.write(inner);
    DeviceKey open = key.open();
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("payload", payload);
    outer.put("key", Map.of("kty", "EC", "crv", "P-256", "x", open.x(), "y", open.y()));
    outer.put("signature", Digests.base64Url(key.sign(signed(payload))));
    return Json.write(outer) + "\n";
  }

  /** The advice in a bundle that was signed by the key of this thumbprint; else throws. */
  public static List<Advice> read(byte[] body, String from) throws Unreadable {
    if (body.length > MOST_BYTES) {
      throw wrong("at most " + MOST_BYTES + " bytes are expected");
    }
    JsonNode outer = Members.object(body);
    DeviceKey key = Members.key(outer);
    String payload = outer.path("payload").asText();
    if (!key.thumbprint().equals(from)) {
      throw wrong("/key: it was signed by " + key.thumbprint() + ", not by " + from);
    }
    if (!key.signed(signed(payload), signature(outer))) {
      throw wrong("/signature: it is not that of the payload");
    }
    return advice(payload);
  }

  private static List<Advice> advice(String payload) throws Unreadable {
    JsonNode inner;
    try {
      inner = Json.STRICT.readTree(payload);
    } catch (JacksonException e) {
      throw wrong("/payload: JSON is expected");
    }
    if (!inner.path("schema").asText().equals(SCHEMA) || !inner.path("advice").isArray()) {
      throw wrong("/payload: " + SCHEMA + " is expected");
    }
    if (inner.path("advice").size() > MOST) {
      throw wrong("/payload/advice: at most " + MOST + " are expected");
    }
    List<Advice> advice = new ArrayList<>();
    for (JsonNode one : inner.path("advice")) {
      String at = "/payload/advice/" + advice.size();
      String check = Members.text(one, at, "check");
      JsonNode words = one.path("words");
      if (!CHECK.matcher(check).matches()) {
        throw wrong(at + "/check: the id of a check is expected");
      }
      if (!words.isTextual() || words.asText().isBlank() || words.asText().length() > LONGEST) {
        throw wrong(at + "/words: a text of 1 to " + LONGEST + " characters is expected");
      }
      advice.add(new Advice(check, words.asText()));
    }
    return advice;
  }

  private static byte[] signature(JsonNode outer) throws Unreadable {
    try {
      return Base64.getUrlDecoder().decode(outer.path("signature").asText());
    } catch (IllegalArgumentException e) {
      throw wrong("/signature: base64url is expected");
    }
  }

  private static byte[] signed(String payload) {
    return (SCHEMA + "\n" + payload).getBytes(StandardCharsets.UTF_8);
  }

  private static Unreadable wrong(String why) {
    return new Unreadable(Unreadable.Kind.INVALID, why);
  }
}
