package porchlight.central.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
