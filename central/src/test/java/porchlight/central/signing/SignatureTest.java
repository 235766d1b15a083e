package porchlight.central.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The published examples of the RFCs that the protocol rests on. */
class SignatureTest {
  private final JsonNode vectors = vectors();

  private static JsonNode vectors() {
    try (InputStream in = SignatureTest.class.getResourceAsStream("/signature-vectors.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DeviceKey key(JsonNode vector) {
    return new DeviceKey(vector.path("x").asText(), vector.path("y").asText());
  }

  @Test
  void the_p256_signature_of_rfc_9421_holds_and_any_other_does_not() {
    JsonNode vector = vectors.path("rfc9421_B.2.4_ecdsa_p256");
    byte[] base = vector.path("signatureBase").asText().getBytes(StandardCharsets.UTF_8);
    byte[] signature = Base64.getDecoder().decode(vector.path("signature").asText());
    assertTrue(key(vector).signed(base, signature));
    base[0]++;
    assertFalse(key(vector).signed(base, signature));
    base[0]--;
    signature[63]++;
    assertFalse(key(vector).signed(base, signature));
    assertFalse(key(vector).signed(base, new byte[64]));
    assertFalse(key(vector).signed(base, new byte[70]));
  }

  /** The verifier is a library's; Java's own is another opinion. */
  @Test
  void signatures_hold_where_they_do_for_java_itself() throws GeneralSecurityException {
    BigInteger order =
        new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    int held = 0;
    for (int i = 0; i < 20; i++) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      byte[] text = ("report " + i).getBytes(StandardCharsets.UTF_8);
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(keys.getPrivate());
      signer.update(text);
      byte[] signature = signer.sign();
      BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
      BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
      BigInteger zero = BigInteger.ZERO;
      for (List<BigInteger> pair :
          List.of(
              List.of(r, s),
              List.of(r, order.subtract(s)),
              List.of(order.subtract(r), s),
              List.of(s, r),
              List.of(r, zero),
              List.of(zero, s),
              List.of(zero, zero),
              List.of(order, s),
              List.of(r, order),
              List.of(r, s.flipBit(i)),
              List.of(r.flipBit(i), s))) {
        byte[] tried = new byte[64];
        put(pair.get(0), tried, 32);
        put(pair.get(1), tried, 64);
        boolean holds = key((ECPublicKey) keys.getPublic()).signed(text, tried);
        assertEquals(java(keys, text, tried), holds, i + " " + pair);
        held += holds ? 1 : 0;
      }
    }
    assertEquals(40, held, "s and its mirror image, of each key");
  }

  private static void put(BigInteger number, byte[] into, int end) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, into, end - length, length);
  }

  private static DeviceKey key(ECPublicKey key) {
    byte[] point = new byte[64];
    put(key.getW().getAffineX(), point, 32);
    put(key.getW().getAffineY(), point, 64);
    return new DeviceKey(
        Digests.base64Url(Arrays.copyOf(point, 32)),
        Digests.base64Url(Arrays.copyOfRange(point, 32, 64)));
  }

  private static boolean java(KeyPair keys, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(keys.getPublic());
    verifier.update(text);
    try {
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    }
  }

  @Test
  void the_signature_base_of_rfc_9421_is_made_letter_by_letter() {
    JsonNode vector = vectors.path("rfc9421_B.2.6_base");
    List<String> components = new ArrayList<>();
    vector.path("values").fieldNames().forEachRemaining(components::add);
    String base =
        SignatureBase.of(
            components,
            component -> vector.path("values").path(component).asText(),
            vector.path("parameters").asText());
    assertEquals(vector.path("signatureBase").asText(), base);
  }

  @Test
  void the_digest_of_rfc_9530_is_made() {
    byte[] body = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:", Digests.contentDigest(body));
  }

  @Test
  void the_thumbprint_of_rfc_9449_is_made() {
    JsonNode vector = vectors.path("rfc9449_thumbprint");
    assertEquals(vector.path("thumbprint").asText(), key(vector).thumbprint());
  }

  @Test
  void a_key_off_the_curve_is_refused() {
    JsonNode vector = vectors.path("rfc9449_thumbprint");
    String x = vector.path("x").asText();
    assertThrows(IllegalArgumentException.class, () -> new DeviceKey(x, x));
    assertThrows(IllegalArgumentException.class, () -> new DeviceKey(x, "AAAA"));
    assertThrows(IllegalArgumentException.class, () -> new DeviceKey(x, x + "="));
    assertThrows(
        IllegalArgumentException.class, () -> new DeviceKey("A".repeat(43), "A".repeat(43)));
  }

  @Test
  void a_signature_input_is_read_or_refused() {
    String nonce = "n".repeat(22);
    String good =
        "porchlight=(\"@method\" \"@path\");created=1795184115;nonce=\"%s\";keyid=\"%s\";alg=\"ecdsa-p256-sha256\""
            .formatted(nonce, "k".repeat(43));
    SignatureInput input = SignatureInput.parse(good).orElseThrow();
    assertEquals(List.of("@method", "@path"), input.components());
    assertEquals(good.substring("porchlight=".length()), input.parameters());
    assertEquals(1795184115L, input.created().getEpochSecond());
    for (String bad :
        List.of(
            good.replace(nonce, "short"),
            good.replace(nonce, "n".repeat(65)),
            good.replace(";created=1795184115", ""),
            good + ";tag=\"x\"",
            good + ", other=()",
            "sig1" + good.substring(10),
            "")) {
      assertEquals(Optional.empty(), SignatureInput.parse(bad), bad);
    }
  }
}
