package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import porchlight.json.tree.Json;

/** The devices that a central of the tests knows, by their keys, and how they become known. */
final class TestMembers {
  private final TestCentral central;
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final Map<String, UUID> devices = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private int tokenUses;

  TestMembers(TestCentral central) {
    this.central = central;
  }

  /** The key of that id, if it is one that is taken. */
  Optional<PublicKey> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  UUID device(String key) {
    return Objects.requireNonNull(devices.get(key));
  }

  /** The key before that one is taken no more. */
  void used(String key) {
    Optional.ofNullable(before.remove(key)).ifPresent(keys::remove);
  }

  void know(String id, PublicKey key, UUID device) {
    keys.put(id, key);
    devices.put(id, device);
  }

  void forget(String key) {
    keys.remove(key);
    devices.remove(key);
  }

  Set<String> keys() {
    return Set.copyOf(keys.keySet());
  }

  Set<UUID> devices() {
    return Set.copyOf(devices.values());
  }

  int tokenUses() {
    return tokenUses;
  }

  /** What every device said last words for. */
  Set<String> goodbyes() {
    return Set.copyOf(said);
  }

  Canned goodbye(Taken request, String key) {
    said.add(request.json().text("reason").orElseThrow());
    return new Canned(
        200,
        "{\"device\": \"%s\", \"serverTime\": \"%s\"}".formatted(device(key), central.now()),
        Map.of());
  }

  Canned enrol(Taken request) throws GeneralSecurityException {
    Json.Obj key = request.json().get("key").flatMap(Json::asObject).orElseThrow();
    PublicKey open = TestSignature.key(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    String id = TestSignature.thumbprint(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    if (!TestSignature.signer(request).equals(Optional.of(id))
        || !TestSignature.signed(request, open)) {
      return central.fault(request, 401, "bad-signature");
    }
    if (devices.containsKey(id)) {
      return enrolled(200, id);
    }
    if (request.json().text("clonedFrom").isPresent()) {
      return clone(request, id, open);
    }
    if (!request.json().text("token").equals(Optional.of(TestCentral.TOKEN))) {
      return Canned.problem(401, "bad-token");
    }
    if (central.approvalMissing) {
      return new Canned(
          202,
          "{\"pending\": true, \"nextReportSeconds\": 900, \"serverTime\": \"%s\"}"
              .formatted(central.now()),
          Map.of());
    }
    tokenUses++;
    keys.put(id, open);
    devices.put(id, UUID.randomUUID());
    return enrolled(201, id);
  }

  private Canned clone(Taken request, String id, PublicKey open) throws GeneralSecurityException {
    String from = request.json().text("clonedFrom").orElseThrow();
    byte[] text = ("porchlight-clone/1\n" + from + "\n" + id).getBytes(StandardCharsets.UTF_8);
    byte[] proof = Base64.getUrlDecoder().decode(request.json().text("proof").orElseThrow());
    boolean proven = false;
    for (var known : devices.entrySet()) {
      proven |=
          known.getValue().toString().equals(from)
              && keys.containsKey(known.getKey())
              && Signature.isBy(Objects.requireNonNull(keys.get(known.getKey())), text, proof);
    }
    if (!proven) {
      return central.fault(request, 401, "bad-signature");
    }
    keys.put(id, open);
    devices.put(id, UUID.randomUUID());
    return enrolled(201, id);
  }

  Canned key(Taken request) throws GeneralSecurityException {
    String old = TestSignature.signer(request).orElseThrow();
    if (!keys.containsKey(old)) {
      return Canned.problem(401, "unknown-key");
    }
    Json.Obj key = request.json().get("key").flatMap(Json::asObject).orElseThrow();
    String id = TestSignature.thumbprint(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    PublicKey open = TestSignature.key(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    String device = request.json().text("device").orElseThrow();
    byte[] text = ("porchlight-key/1\n" + device + "\n" + old).getBytes(StandardCharsets.UTF_8);
    byte[] proof = Base64.getUrlDecoder().decode(request.json().text("proof").orElseThrow());
    if (!TestSignature.signed(request, keys.get(old)) || !Signature.isBy(open, text, proof)) {
      return central.fault(request, 401, "bad-signature");
    }
    keys.put(id, open);
    devices.put(id, Objects.requireNonNull(devices.get(old)));
    before.put(id, old);
    return new Canned(
        200,
        "{\"device\": \"%s\", \"keyId\": \"%s\", \"serverTime\": \"%s\"}"
            .formatted(device, id, central.now()),
        Map.of());
  }

  private Canned enrolled(int status, String key) {
    return new Canned(
        status,
        "{\"device\": \""
            + devices.get(key)
            + "\", \"organisation\": \"Acme Dental\", \"nextReportSeconds\": "
            + central.nextReportSeconds
            + ", \"serverTime\": \""
            + central.now()
            + "\", \"policyKeys\": ["
            + central.policies.keyText()
            + "], \"seals\": true"
            + central.policies.stamp()
            + "}",
        Map.of("Content-Type", "application/json"));
  }
}
