package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * A request before it is signed.
 *
 * @param body none: a GET
 * @param report the report that is the body, gzip-compressed
 * @param waiting how many more reports wait than may be sent now
 * @param known the digest of what we have already, of what is asked for
 * @param secret what stands in the body and is kept nowhere
 * @param longestReply bytes of the answer that are read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outgoing(
    String path,
    Optional<byte[]> body,
    Optional<UUID> report,
    int waiting,
    Optional<String> known,
    Optional<String> secret,
    int longestReply) {
  private static final int USUAL_REPLY = 64 << 10;

  static Outgoing report(UUID id, byte[] packed, int waiting) {
    return new Outgoing(
        "/v1/reports",
        Optional.of(packed),
        Optional.of(id),
        waiting,
        Optional.empty(),
        Optional.empty(),
        USUAL_REPLY);
  }

  static Outgoing post(String path, String json) {
    return new Outgoing(
        path,
        Optional.of(json.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        USUAL_REPLY);
  }

  static Outgoing get(String path, Optional<String> known, int longestReply) {
    return new Outgoing(
        path, Optional.empty(), Optional.empty(), 0, known, Optional.empty(), longestReply);
  }

  /** The same, with a secret in its body. */
  Outgoing hiding(String word) {
    return new Outgoing(path, body, report, waiting, known, Optional.of(word), longestReply);
  }

  String method() {
    return body.isPresent() ? "POST" : "GET";
  }
}
