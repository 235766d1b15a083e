package porchlight.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;
import porchlight.policy.Policy;

/**
 * A policy as central signs it.
 *
 * @param payload the very bytes that are signed
 * @param keyId the thumbprint of the key that signed them
 * @param others the same, by keys before that one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PolicyDocument(
    byte[] payload, String keyId, byte[] signature, List<PolicyDocument> others) {
  private static final int MOST_OTHERS = 16;

  private static final byte[] PREFIX = "porchlight-policy/1\n".getBytes(StandardCharsets.UTF_8);

  /**
   * What a payload says.
   *
   * @param keys by which policies are signed from now on; empty: as before
   */
  public record Said(
      String organisation, long revision, Optional<Instant> issued, List<Jwk> keys, Json policy) {

    /**
     * The policy, through the same door as a file.
     *
     * @throws Refused when the door refuses it
     */
    public Policy read() {
      Policy read = PolicyReader.read("central's policy", JsonText.compact(policy));
      if (read.revision() != revision) {
        throw new Refused(
            "central's policy: it says revision "
                + read.revision()
                + " within and "
                + revision
                + " outside");
      }
      return read;
    }
  }

  /** What is signed. */
  public byte[] signed() {
    byte[] all = java.util.Arrays.copyOf(PREFIX, PREFIX.length + payload.length);
    System.arraycopy(payload, 0, all, PREFIX.length, payload.length);
    return all;
  }

  /** The document in that text; nothing when it is none. */
  public static Optional<PolicyDocument> of(String text) {
    return Replies.object(text).flatMap(PolicyDocument::read);
  }

  private static Optional<PolicyDocument> read(Json.Obj object) {
    return object
        .text("payload")
        .flatMap(PolicyDocument::bytes)
        .flatMap(payload -> signed(payload, object, others(payload, object)));
  }

  private static List<PolicyDocument> others(byte[] payload, Json.Obj object) {
    var others = new ArrayList<PolicyDocument>();
    for (Json one : object.get("others").flatMap(Json::asItems).orElse(List.of())) {
      if (others.size() < MOST_OTHERS) {
        one.asObject().flatMap(other -> signed(payload, other, List.of())).ifPresent(others::add);
      }
    }
    return others;
  }

  private static Optional<PolicyDocument> signed(
      byte[] payload, Json.Obj object, List<PolicyDocument> others) {
    var signature = object.text("signature").flatMap(PolicyDocument::bytes);
    var keyId = object.text("keyid");
    return signature.isEmpty() || keyId.isEmpty()
        ? Optional.empty()
        : Optional.of(new PolicyDocument(payload, keyId.get(), signature.get(), others));
  }

  /**
   * Kept with the key that it was signed by, so that it can be verified again at each start even
   * after it has named other keys, and with the device that it was for.
   */
  public String kept(Jwk by, String device) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return JsonText.pretty(
        new JsonObject()
            .put("payload", encoder.encodeToString(payload))
            .put("keyid", keyId)
            .put("signature", encoder.encodeToString(signature))
            .put("by", Jwk.list(List.of(by)))
            .put("device", device)
            .build());
  }

  /** A document with what it was kept with. */
  public record Kept(PolicyDocument document, Jwk by, String device) {
    public static Optional<Kept> of(String text) {
      return Replies.object(text)
          .flatMap(object ->
              read(object)
                  .flatMap(document ->
                      Jwk.list(object, "by")
                          .filter(keys -> keys.size() == 1)
                          .flatMap(keys ->
                              object
                                  .text("device")
                                  .map(device -> new Kept(document, keys.get(0), device)))));
    }
  }

  /** What the payload says; nothing when it is not understood. */
  public Optional<Said> said() {
    return Replies.object(new String(payload, StandardCharsets.UTF_8))
        .flatMap(object -> {
          var organisation = object.text("organisation");
          var revision = Replies.whole(object, "revision");
          var keys = Jwk.list(object, "keys");
          var policy = object.get("policy");
          return organisation.isEmpty() || revision.isEmpty() || keys.isEmpty() || policy.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Said(
                      organisation.get(),
                      revision.get(),
                      object.text("issued").flatMap(Replies::instant),
                      keys.get(),
                      policy.get()));
        });
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(base64));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
