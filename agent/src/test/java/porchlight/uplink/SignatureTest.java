package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.uplink.Signature.Part;

/** Against the vectors of RFC 9421, RFC 9530 and RFC 7638. */
class SignatureTest {
  private static Json.Obj vectors(String name) throws IOException, JsonText.NotJson {
    try (var in = SignatureTest.class.getResourceAsStream("crypto-test-vectors.json")) {
      var text =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return JsonText.parse(text)
          .asObject()
          .flatMap(all -> all.get(name))
          .flatMap(Json::asObject)
          .orElseThrow();
    }
  }

  @Test
  void the_signature_base_of_rfc_9421_b_2_6_comes_out_byte_for_byte() throws Exception {
    var vector = vectors("rfc9421_B.2.6_ed25519");
    var parts =
        List.of(
            new Part("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
            new Part("@method", "POST"),
            new Part("@path", "/foo"),
            new Part("@authority", "example.com"),
            new Part("content-type", "application/json"),
            new Part("content-length", "18"));
    String base =
        Signature.base(
            parts, Signature.covered(parts) + ";created=1618884473;keyid=\"test-key-ed25519\"");
    assertEquals(vector.text("signatureBase").orElseThrow(), base);

    // Ed25519 always signs alike: so the base is right if this is the RFC's signature.
    byte[] seed = Base64.getUrlDecoder().decode(vector.text("privateJwk_d").orElseThrow());
    byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
    byte[] encoded = new byte[prefix.length + seed.length];
    System.arraycopy(prefix, 0, encoded, 0, prefix.length);
    System.arraycopy(seed, 0, encoded, prefix.length, seed.length);
    var signer = java.security.Signature.getInstance("Ed25519");
    signer.initSign(
        KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    signer.update(base.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        vector.text("signatureB64").orElseThrow(),
        Base64.getEncoder().encodeToString(signer.sign()));
  }

  /** RFC 9421 B.2.4, its key from B.1.3. */
  @Test
  void our_algorithm_is_the_one_of_rfc_9421_b_2_4() throws GeneralSecurityException {
    var parts =
        List.of(
            new Part("@status", "200"),
            new Part("content-type", "application/json"),
            new Part(
                "content-digest",
                "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWd"
                    + "XymyU0rjJuahq4l5aGgfLQ==:"),
            new Part("content-length", "23"));
    String base =
        Signature.base(
            parts, Signature.covered(parts) + ";created=1618884473;keyid=\"test-key-ecc-p256\"");
    var verifier = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(
        TestSignature.key(
            "qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",
            "Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0"));
    verifier.update(base.getBytes(StandardCharsets.UTF_8));
    assertTrue(
        verifier.verify(
            Base64.getDecoder()
                .decode(
                    "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkL"
                        + "Ij+32oiasw==")));
  }

  @Test
  void the_digest_is_that_of_rfc_9530() throws Exception {
    var vector = vectors("content_digest_sha256");
    assertEquals(
        "sha-256=:" + vector.text("b64").orElseThrow() + ":",
        Digest.header(vector.text("body").orElseThrow().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_headers_are_the_protocols() throws GeneralSecurityException {
    var key = DeviceKey.make(new SecureRandom());
    var parts = List.of(new Part("@method", "POST"), new Part("@path", "/v1/enroll"));
    var headers =
        Signature.sign(
            parts,
            1_795_184_115L,
            "bm9uY2Utbm9uY2Utbm9uY2U",
            key.id(),
            key.secret(),
            new SecureRandom());
    assertEquals(
        "porchlight=(\"@method\" \"@path\");created=1795184115;nonce=\"bm9uY2Utbm9uY2Utbm9uY2U\";"
            + "keyid=\""
            + key.id()
            + "\";alg=\"ecdsa-p256-sha256\"",
        headers.input());
    byte[] signature =
        Base64.getDecoder()
            .decode(headers.signature().replace("porchlight=:", "").replaceAll(":$", ""));
    assertEquals(64, signature.length);
    var verifier = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(key.open());
    verifier.update(
        Signature.base(parts, headers.input().substring("porchlight=".length()))
            .getBytes(StandardCharsets.UTF_8));
    assertTrue(verifier.verify(signature));
  }

  /** Expected value by an independent program over the canonical members. */
  @Test
  void a_thumbprint_is_that_of_rfc_7638() throws GeneralSecurityException {
    var key =
        TestSignature.key(
            "qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",
            "Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0");
    assertEquals("ydQXMtvbsOsZyFir-Y7A8t7fKEM1gbKPvyFkdpu4fvI", Thumbprint.of(key));
    assertEquals("qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA", Thumbprint.x(key));
  }

  @Test
  void coordinates_are_32_bytes_whatever_their_leading_zeros() {
    var random = new SecureRandom();
    for (int i = 0; i < 600; i++) { // one in 256 has a leading zero, every other a sign byte
      var key = DeviceKey.make(random);
      assertEquals(43, Thumbprint.x(key.open()).length());
      assertEquals(43, Thumbprint.y(key.open()).length());
      assertFalse(key.id().contains("="));
    }
  }
}
