package porchlight.json;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * Who this device is to a central: {@code identity.json} in the state folder.
 *
 * @param keyId the thumbprint of the device's public key
 * @param policyKeys by which a policy must be signed, pinned at enrolment
 * @param clonedFrom the device that this one was, when its disk was copied
 */
public record Identity(
    UUID device,
    String organisation,
    URI server,
    String keyId,
    List<Jwk> policyKeys,
    Optional<UUID> clonedFrom) {
  public Identity {
    policyKeys = List.copyOf(policyKeys);
  }

  /** The same device with another key. */
  public Identity by(String otherKeyId) {
    return new Identity(device, organisation, server, otherKeyId, policyKeys, clonedFrom);
  }

  /** The same device with other keys for policies. */
  public Identity pinning(List<Jwk> keys) {
    return new Identity(device, organisation, server, keyId, keys, clonedFrom);
  }

  public String text() {
    return JsonText.pretty(
        new JsonObject()
            .put("device", device.toString())
            .put("organisation", organisation)
            .put("server", server.toString())
            .put("keyId", keyId)
            .put("policyKeys", Jwk.list(policyKeys))
            .putText("clonedFrom", clonedFrom.map(UUID::toString))
            .build());
  }

  /** The identity in that text; nothing when it is damaged. */
  public static Optional<Identity> of(String text) {
    return Replies.object(text).flatMap(Identity::read);
  }

  private static Optional<Identity> read(Json.Obj fields) {
    var device = fields.text("device").flatMap(Replies::uuid);
    var server = fields.text("server").flatMap(ServerUrl::of);
    var keyId = fields.text("keyId");
    var policyKeys = Jwk.list(fields, "policyKeys");
    if (device.isEmpty() || server.isEmpty() || keyId.isEmpty() || policyKeys.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Identity(
            device.get(),
            fields.text("organisation").orElse(""),
            server.get(),
            keyId.get(),
            policyKeys.get(),
            fields.text("clonedFrom").flatMap(Replies::uuid)));
  }
}
