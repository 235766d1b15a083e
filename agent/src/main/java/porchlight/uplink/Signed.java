package porchlight.uplink;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of a request, signed as {@code config/protocol.md} wants it. */
final class Signed {
  static final String JSON = "application/json";
  private static final int NONCE_BYTES = 16;

  private Signed() {}

  /**
   * All but those that any request has, in the order in which they are signed.
   *
   * @param created seconds since 1970
   */
  static Map<String, String> headers(
      Outgoing what, DeviceKey key, long created, SecureRandom random) {
    var headers = new LinkedHashMap<String, String>();
    what.body()
        .ifPresent(body -> {
          headers.put("Content-Type", JSON);
          what.report().ifPresent(id -> headers.put("Content-Encoding", "gzip"));
          headers.put("Content-Digest", Digest.header(body));
          what.report().ifPresent(id -> headers.put("Idempotency-Key", id.toString()));
        });
    var signature =
        Signature.sign(
            parts(what, headers), created, nonce(random), key.id(), key.secret(), random);
    what.known().ifPresent(digest -> headers.put("If-None-Match", "\"" + digest + "\""));
    if (what.waiting() > 0) {
      headers.put("Porchlight-Waiting", Integer.toString(what.waiting()));
    }
    headers.put("Signature-Input", signature.input());
    headers.put("Signature", signature.signature());
    return headers;
  }

  private static List<Signature.Part> parts(Outgoing what, Map<String, String> headers) {
    var parts = new ArrayList<Signature.Part>();
    parts.add(new Signature.Part("@method", what.method()));
    parts.add(new Signature.Part("@path", what.path()));
    headers.forEach((name, value) ->
        parts.add(new Signature.Part(name.toLowerCase(java.util.Locale.ROOT), value)));
    return parts;
  }

  private static String nonce(SecureRandom random) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
