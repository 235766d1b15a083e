package porchlight.central.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import porchlight.central.signing.Digests;
import porchlight.central.signing.Seals;
import porchlight.central.signing.SigningKey;

/**
 * Seals answers that cost a device something, so that whoever reads along cannot say them in our
 * place: by the key for policies, and by those before it, which a device may still have pinned.
 */
final class Sealing {
  static final String HEADER = "Porchlight-Seal";
  private static final String BEFORE = "porchlight=:";
  private final Supplier<List<SigningKey>> keys;

  Sealing(Supplier<List<SigningKey>> keys) {
    this.keys = keys;
  }

  /** Seals the answer to a request whose signature was held. */
  void seal(Context ctx, int status, String body) {
    String header = String.valueOf(ctx.header("Signature")).strip();
    if (!header.startsWith(BEFORE) || !header.endsWith(":")) {
      return;
    }
    String signature = header.substring(BEFORE.length(), header.length() - 1);
    byte[] bytes = Seals.answer(signature, status, body);
    ctx.header(
        HEADER,
        keys.get().stream()
            .map(key -> key.open().thumbprint() + "=" + Digests.base64Url(key.sign(bytes)))
            .collect(Collectors.joining(", ")));
  }

  /** The half of the key in use that everybody may know. */
  porchlight.central.signing.DeviceKey open() {
    return keys.get().getFirst().open();
  }
}
