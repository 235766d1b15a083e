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
 * @param clonedFrom the device that this one was, when its disk was copied
 * @param origin the first of those, when it was copied more than once
 */
public record Identity(
    UUID device,
    String organisation,
    URI server,
    String keyId,
    Trusted trusted,
    Optional<UUID> clonedFrom,
    Optional<UUID> origin) {

  /** One that was enrolled by a token. */
  public static Identity enrolled(Replies.Enrolled answer, URI server, String keyId) {
    return new Identity(
        answer.device(),
        answer.organisation(),
        server,
        keyId,
        new Trusted(answer.policyKeys(), answer.seals(), 0),
        Optional.empty(),
        Optional.empty());
  }

  /** By which a policy must be signed. */
  public List<Jwk> policyKeys() {
    return trusted.keys();
  }

  /** The same device with another key. */
  public Identity by(String otherKeyId) {
    return new Identity(device, organisation, server, otherKeyId, trusted, clonedFrom, origin);
  }

  /** The same device with other keys for policies. */
  public Identity pinning(List<Jwk> keys) {
    return trusting(trusted.with(keys));
  }

  /** The same device, once it has seen that revision of the policy. */
  public Identity seen(long revision) {
    return trusting(trusted.seen(revision));
  }

  private Identity trusting(Trusted now) {
    return new Identity(device, organisation, server, keyId, now, clonedFrom, origin);
  }

  /** The device that a copy of this disk becomes: only its name and key are others. */
  public Identity fork(UUID other, String otherKeyId) {
    return new Identity(
        other,
        organisation,
        server,
        otherKeyId,
        trusted,
        Optional.of(device).filter(before -> !before.equals(other)).or(() -> clonedFrom),
        Optional.of(root()));
  }

  /** The device that all copies of this disk come of; itself where there are none. */
  public UUID root() {
    return origin.or(() -> clonedFrom).orElse(device);
  }

  public String text() {
    return JsonText.pretty(
        new JsonObject()
            .put("device", device.toString())
            .put("organisation", organisation)
            .put("server", server.toString())
            .put("keyId", keyId)
            .put("policyKeys", Jwk.list(trusted.keys()))
            .put("seals", trusted.seals())
            .put("policyFloor", trusted.floor())
            .putText("clonedFrom", clonedFrom.map(UUID::toString))
            .putText("origin", origin.map(UUID::toString))
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
            new Trusted(
                policyKeys.get(),
                Replies.truth(fields, "seals").orElse(false),
                Replies.whole(fields, "policyFloor").orElse(0L)),
            fields.text("clonedFrom").flatMap(Replies::uuid),
            fields.text("origin").flatMap(Replies::uuid)));
  }
}
