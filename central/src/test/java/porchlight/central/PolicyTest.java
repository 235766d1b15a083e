package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies from the command line to a laptop, over real HTTP. */
class PolicyTest extends OneLaptop {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");

  private int set(String organisation, String policy) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.json"), policy);
    return running.exit("policy", "set", "--organisation", organisation, "--file", file.toString());
  }

  private static String revision(int revision) {
    return "// ours\n{\"revision\": "
        + revision
        + ", \"rules\": [{\"check\": \"firewall\", \"severity\": \"high\"}]}";
  }

  private JsonNode answered() {
    return Samples.parse(laptop.full(CONTENT).send().body());
  }

  @Test
  void a_policy_is_announced_fetched_and_verified_by_the_key_of_the_enrolment() throws Exception {
    assertFalse(answered().has("policy"));
    Answers.refused(404, "no-policy", laptop.policy());
    assertEquals(0, set("Acme Dental", revision(7)));
    JsonNode mark = answered().path("policy");
    assertEquals(7, mark.path("revision").intValue());

    HttpResponse<String> answer = laptop.policy().send();
    assertEquals(200, answer.statusCode());
    JsonNode signed = Samples.parse(answer.body());
    byte[] payload = Base64.getUrlDecoder().decode(signed.path("payload").asText());
    String digest =
        "sha256:"
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(payload));
    assertEquals(digest, mark.path("digest").asText());
    assertEquals('"' + digest + '"', answer.headers().firstValue("etag").orElse(""));
    JsonNode identity = Samples.parse(laptop.enroll("any", "LT-1").send().body());
    JsonNode key = identity.path("policyKeys").path(0);
    assertEquals(digest, identity.path("policy").path("digest").asText());
    assertTrue(verifies(key, payload, signed.path("signature").asText()));
    payload[payload.length - 2]++;
    assertFalse(verifies(key, payload, signed.path("signature").asText()));

    payload[payload.length - 2]--;
    JsonNode policy = Samples.parse(new String(payload, StandardCharsets.UTF_8));
    assertEquals("Acme Dental", policy.path("organisation").asText());
    assertEquals(7, policy.path("revision").intValue());
    assertEquals(7, policy.path("policy").path("revision").intValue());
    assertEquals(
        policy, Samples.parse(running.command("policy", "show", "--organisation", "Acme Dental")));
    assertEquals(
        304, laptop.policy().header("if-none-match", '"' + digest + '"').send().statusCode());
    assertEquals(200, laptop.policy().header("if-none-match", "\"old\"").send().statusCode());
  }

  private static boolean verifies(JsonNode jwk, byte[] payload, String signature) throws Exception {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(number(jwk.path("x")), number(jwk.path("y"))),
                    curve.getParameterSpec(ECParameterSpec.class)));
    Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(key);
    verifier.update("porchlight-policy/1\n".getBytes(StandardCharsets.UTF_8));
    verifier.update(payload);
    return verifier.verify(Base64.getUrlDecoder().decode(signature));
  }

  private static BigInteger number(JsonNode coordinate) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.asText()));
  }

  @Test
  void revisions_only_go_forward_and_the_key_outlives_a_restart() throws Exception {
    assertEquals(0, set("Acme Dental", revision(7)));
    assertEquals(78, set("Acme Dental", revision(7)));
    assertEquals(78, set("Acme Dental", revision(6)));
    assertEquals(0, set("Acme Dental", revision(8)));
    assertEquals(8, answered().path("policy").path("revision").intValue());
    String key = Samples.parse(laptop.policy().send().body()).path("keyid").asText();
    running.restartAfter(java.time.Duration.ofSeconds(9));
    laptop.base = running.central.url();
    assertEquals(key, Samples.parse(laptop.policy().send().body()).path("keyid").asText());
  }

  @Test
  void nobody_is_given_the_policy_of_another_organisation() throws IOException {
    Laptop other = running.laptop("Cedar Legal", "LT-9");
    assertEquals(0, set("Cedar Legal", revision(3)));
    Answers.refused(404, "no-policy", laptop.policy());
    assertFalse(answered().has("policy"));
    assertEquals(200, other.policy().send().statusCode());
    assertEquals(1, set("Nobody", revision(3)));
    assertEquals(1, running.exit("policy", "show", "--organisation", "Acme Dental"));
  }

  @Test
  void the_policy_is_for_devices_that_prove_themselves() throws IOException {
    set("Acme Dental", revision(7));
    Answers.refused(401, "unknown-key", new Laptop(laptop.base, laptop.clock).policy());
    Laptop.Request unsigned = laptop.policy();
    unsigned.signed = false;
    Answers.refused(400, "malformed", unsigned);
    Laptop.Request replay = laptop.policy();
    assertEquals(200, replay.send().statusCode());
    Answers.refused(401, "replayed", replay);
    Laptop.Request post = laptop.full(CONTENT).sign();
    Laptop.Request borrowed = laptop.policy();
    borrowed.signed = false;
    borrowed.headers.put("signature", post.headers.getOrDefault("signature", ""));
    borrowed.headers.put("signature-input", post.headers.getOrDefault("signature-input", ""));
    Answers.refused(401, "bad-signature", borrowed);
    running.exit("device", "revoke", "--device", laptop.device);
    Answers.refused(403, "revoked", laptop.policy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"revision\": 9}",
        "{\"revision\": 9, \"rules\": []}",
        "{\"revision\": 0, \"rules\": [{\"check\": \"firewall\", \"severity\": \"high\"}]}",
        "{\"revision\": \"9\", \"rules\": [{\"check\": \"firewall\", \"severity\": \"high\"}]}",
        "{\"revision\": 9, \"rules\": [{\"check\": \"/bin/sh\", \"severity\": \"high\"}]}",
        "{\"revision\": 9, \"rules\": [{\"check\": \"firewall\", \"severity\": \"dire\"}]}",
        "{\"revision\": 9, \"rules\": [7]}"
      })
  void what_no_agent_could_take_is_not_signed(String policy) throws IOException {
    assertEquals(78, set("Acme Dental", policy));
    Answers.refused(404, "no-policy", laptop.policy());
  }

  @Test
  void the_policy_of_the_repository_can_be_set_and_one_that_is_too_large_cannot()
      throws IOException {
    assertEquals(0, set("Acme Dental", Files.readString(Path.of("../config/policy.json"))));
    String large =
        revision(9).replace("\"high\"", "\"high\", \"x\": \"" + "x".repeat(200_000) + '"');
    assertEquals(78, set("Acme Dental", large));
    assertEquals(1, answered().path("policy").path("revision").intValue());
  }
}
