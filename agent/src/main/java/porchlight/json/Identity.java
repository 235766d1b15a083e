package porchlight.json;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * Who this device is to a central: {@code identity.json} in the state folder.
 *
 * @param keyId the thumbprint of the device's public key
 */
public record Identity(UUID device, String organisation, URI server, String keyId) {

  public String text() {
    return JsonText.pretty(
        new JsonObject()
            .put("device", device.toString())
            .put("organisation", organisation)
            .put("server", server.toString())
            .put("keyId", keyId)
            .build());
  }

  /** The identity in that text; nothing when it is damaged. */
  public static Optional<Identity> of(String text) {
    return Replies.object(text)
        .flatMap(fields ->
            fields
                .text("device")
                .flatMap(Replies::uuid)
                .flatMap(device ->
                    fields
                        .text("server")
                        .flatMap(ServerUrl::of)
                        .flatMap(server ->
                            fields
                                .text("keyId")
                                .map(keyId ->
                                    new Identity(
                                        device,
                                        fields.text("organisation").orElse(""),
                                        server,
                                        keyId)))));
  }
}
