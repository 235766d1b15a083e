package porchlight.central.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import porchlight.central.ledger.Arrival;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SignatureBase;
import porchlight.central.signing.SignatureInput;

/** A request whose digest fits its body and whose signature can be held against a key. */
final class Signed {
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final SignatureInput input;
  private final String base;
  private final byte[] signature;
  private boolean held;

  private Signed(SignatureInput input, String base, byte[] signature) {
    this.input = input;
    this.base = base;
    this.signature = signature;
  }

  /** Reads the headers that prove where a body comes from. */
  static Signed read(Incoming request, byte[] body) throws Refused {
    SignatureInput input =
        SignatureInput.parse(request.needed("signature-input"))
            .orElseThrow(
                () -> new Refused(Code.MALFORMED, "Signature-Input has not the form asked for"));
    byte[] signature = signature(request.needed("signature"));
    List<String> demanded = demanded(request);
    if (!input.components().equals(demanded)
        || !input.algorithm().equals(SignatureInput.ECDSA_P256)) {
      throw new Refused(
          Code.BAD_SIGNATURE, "the signature must cover " + demanded + " with ecdsa-p256-sha256");
    }
    if (demanded.contains("content-digest")
        && !MessageDigest.isEqual(
            ascii(request.needed("content-digest")), ascii(Digests.contentDigest(body)))) {
      throw new Refused(Code.BAD_DIGEST, "Content-Digest does not fit the body");
    }
    List<String> values = new ArrayList<>();
    for (String component : demanded) {
      values.add(value(request, component));
    }
    String base =
        SignatureBase.of(
            demanded, component -> values.get(demanded.indexOf(component)), input.parameters());
    return new Signed(input, base, signature);
  }

  /** The id of the key that is said to have signed. */
  String keyId() {
    return input.keyId();
  }

  /** Refuses a signature that is not the key's, or was made too far from now. */
  void hold(DeviceKey key, Instant now) throws Refused {
    if (!key.signed(ascii(base), signature)) {
      throw new Refused(Code.BAD_SIGNATURE, "the signature is not this key's over this request");
    }
    held = true;
    if (Duration.between(input.created(), now).abs().compareTo(WINDOW) > 0) {
      throw new Refused(Code.CLOCK, "created is more than 300 s from serverTime");
    }
  }

  /** What is done with the request once it is read. */
  interface Work<T> {
    T done() throws Refused;
  }

  /** Does it; what is refused after the signature was held is the last word on this request. */
  <T> T taking(Work<T> work) throws Refused {
    try {
      return work.done();
    } catch (Refused refused) {
      throw held ? refused.ofProven() : refused;
    }
  }

  /** The nonce, to be kept until the signature would be refused by its time anyway. */
  Arrival.Proof proof() {
    return new Arrival.Proof(
        input.keyId(), input.nonce(), input.created().plus(WINDOW.multipliedBy(2)));
  }

  private static List<String> demanded(Incoming request) throws Refused {
    if (request.method().equals("GET")) {
      return List.of("@method", "@path");
    }
    request.needed("content-digest");
    List<String> components = new ArrayList<>(List.of("@method", "@path", "content-type"));
    if (request.header("content-encoding").isPresent()) {
      components.add("content-encoding");
    }
    components.add("content-digest");
    if (request.path().equals(Reports.PATH)) {
      components.add("idempotency-key");
    }
    return components;
  }

  private static String value(Incoming request, String component) throws Refused {
    return switch (component) {
      case "@method" -> request.method();
      case "@path" -> request.path();
      default -> request.needed(component);
    };
  }

  private static byte[] signature(String header) throws Refused {
    String text = header.strip();
    if (!text.startsWith("porchlight=:") || !text.endsWith(":") || text.length() < 13) {
      throw new Refused(Code.MALFORMED, "Signature has not the form asked for");
    }
    try {
      return Base64.getDecoder().decode(text.substring(12, text.length() - 1));
    } catch (IllegalArgumentException e) {
      throw new Refused(Code.MALFORMED, "Signature is not base64");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
