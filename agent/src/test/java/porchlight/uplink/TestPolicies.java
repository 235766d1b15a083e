package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.json.Jwk;

/** The policy that a central of the tests has, and the keys that it signs and seals with. */
public final class TestPolicies {
  private final List<DeviceKey> earlier = new ArrayList<>();
  private DeviceKey key = DeviceKey.make(new SecureRandom());
  private Optional<String> document = Optional.empty();
  private Optional<String> digest = Optional.empty();

  /** Has a policy of that payload, signed by the key that it has now. */
  public synchronized void have(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    digest = Optional.of("sha256:" + TestBytes.url(TestBytes.sha256(bytes)));
    document(TestBytes.url(bytes), key.id(), signed("porchlight-policy/1\n" + payload, key));
  }

  /** A document of these parts, whatever they are. */
  public synchronized void document(String payload, String keyId, String signature) {
    document =
        Optional.of(
            "{\"payload\": \"%s\", \"keyid\": \"%s\", \"signature\": \"%s\"}"
                .formatted(payload, keyId, signature));
  }

  /** The same policy, signed by the keys before as well. */
  public synchronized void haveByAll(String payload) {
    have(payload);
    var others = new ArrayList<String>();
    for (DeviceKey old : earlier) {
      others.add(
          "{\"keyid\": \"%s\", \"signature\": \"%s\"}"
              .formatted(old.id(), signed("porchlight-policy/1\n" + payload, old)));
    }
    document = document.map(text -> text.replaceFirst("\\}$", ", \"others\": " + others + "}"));
  }

  /** Whatever is asked for as the policy. */
  public synchronized void text(String text, String named) {
    document = Optional.of(text);
    digest = Optional.of(named);
  }

  /** Another key for policies; answers it as JSON says it. */
  public synchronized String otherKey() {
    earlier.add(key);
    key = DeviceKey.make(new SecureRandom());
    return keyText();
  }

  /** The key for policies, and for seals. */
  public synchronized Jwk jwk() {
    return key.jwk();
  }

  /** The same as JSON says it. */
  synchronized String keyText() {
    return "{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"%s\", \"y\": \"%s\"}"
        .formatted(key.jwk().x(), key.jwk().y());
  }

  /** What answers say of the policy; empty when there is none. */
  synchronized String stamp() {
    return digest
        .map(told -> ", \"policy\": {\"revision\": 7, \"digest\": \"" + told + "\"}")
        .orElse("");
  }

  /** The answer to who asks for it. */
  synchronized Canned answer(Taken request) {
    if (document.isEmpty()) {
      return Canned.problem(404, "no-policy");
    }
    return digest
            .map(told -> "\"" + told + "\"")
            .equals(Optional.ofNullable(request.headers().get("if-none-match")))
        ? new Canned(304, "", Map.of())
        : new Canned(200, document.get(), Map.of());
  }

  /** The seal of that answer to that request, by every key; nothing where none is due. */
  synchronized Optional<String> seal(Taken request, Canned answer) {
    String signature = request.headers().getOrDefault("signature", "");
    if (answer.headers().containsKey("Bare") || signature.length() < 14) {
      return Optional.empty();
    }
    String base =
        "porchlight-answer/1\n"
            + signature.substring("porchlight=:".length(), signature.length() - 1)
            + "\n"
            + answer.status()
            + "\n"
            + answer.body();
    var seals = new ArrayList<String>();
    for (DeviceKey old : earlier) {
      seals.add(old.id() + "=" + signed(base, old));
    }
    seals.add(key.id() + "=" + signed(base, key));
    return Optional.of(String.join(", ", seals));
  }

  private static String signed(String text, DeviceKey by) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TestBytes.url(Signature.sign(bytes, by.secret(), new SecureRandom()));
  }
}
