package porchlight.central.verify;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import porchlight.central.calls.Verification;
import porchlight.central.signing.Agreed;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SigningKey;
import porchlight.central.signing.Vault;

/** What a verification must know until it is over; it lies in the ledger sealed by the vault. */
record Secrets(Vault vault, SecureRandom random, Supplier<List<SigningKey>> keys) {
  private static final int NONCE_BYTES = 16;
  private static final int DIGITS = 100_000_000;

  /** A nonce of 128 bits. */
  String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Digests.base64Url(bytes);
  }

  /** Eight digits by chance. */
  String digits() {
    return String.format(Locale.ROOT, "%08d", random.nextInt(DIGITS));
  }

  /** Central's half for one call, sealed. */
  String half(String id) {
    return vault.seal(SigningKey.make(random).getBytes(StandardCharsets.UTF_8), purpose(id));
  }

  /** The half that the laptop is told. */
  DeviceKey open(Verification one) {
    return pair(one).open();
  }

  /** What both know once the laptop has signed. */
  Agreed agree(Verification one, DeviceKey theirs, String payload) {
    return Agreed.call(pair(one), theirs, one.id(), Base64.getUrlDecoder().decode(payload));
  }

  String seal(Verification one, Agreed agreed) {
    return vault.seal(agreed.bytes(), purpose(one.id()));
  }

  Agreed agreed(Verification one) {
    return Agreed.of(vault.open(one.secret().orElseThrow(), purpose(one.id())));
  }

  /** What a device and central know without a word: of the keys that its enrolment made known. */
  Agreed offline(DeviceKey device, String id) {
    return Agreed.offline(keys.get().getFirst(), device, id);
  }

  private SigningKey pair(Verification one) {
    return SigningKey.parse(
        new String(
            vault.open(one.secret().orElseThrow(), purpose(one.id())), StandardCharsets.UTF_8));
  }

  private static String purpose(String id) {
    return "verification " + id;
  }
}
