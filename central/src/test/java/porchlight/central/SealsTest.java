package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.central.signing.DeviceKey;

/**
 * What central says as the last word on a request is sealed to that request, and nothing else is.
 */
class SealsTest extends OneLaptop {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");

  private JsonNode enrolled() {
    return Samples.parse(laptop.enroll("any", "LT-1").send().body());
  }

  private DeviceKey pinned() {
    JsonNode key = enrolled().path("policyKeys").path(0);
    return new DeviceKey(key.path("x").asText(), key.path("y").asText());
  }

  private static boolean sealed(
      DeviceKey key, Laptop.Request request, HttpResponse<String> answer) {
    String signature = request.headers.getOrDefault("signature", "");
    String base =
        "porchlight-answer/1\n"
            + signature.substring("porchlight=:".length(), signature.length() - 1)
            + "\n"
            + answer.statusCode()
            + "\n"
            + answer.body();
    return List.of(answer.headers().firstValue("porchlight-seal").orElse("").split(", ")).stream()
        .map(seal -> seal.split("=", 2))
        .filter(seal -> seal[0].equals(key.thumbprint()))
        .anyMatch(seal ->
            key.signed(
                base.getBytes(StandardCharsets.UTF_8), Base64.getUrlDecoder().decode(seal[1])));
  }

  @Test
  void the_last_word_on_a_request_that_came_whole_is_sealed() {
    assertTrue(enrolled().path("seals").asBoolean());
    DeviceKey key = pinned();
    Laptop.Request again = laptop.enroll("any", "LT-1");
    assertTrue(sealed(key, again, again.send()));
    Laptop.Request rekey = laptop.rekey(LaptopKeys.make());
    assertTrue(sealed(key, rekey, rekey.send()));
    laptop.full(CONTENT).send();
    laptop.sequence--;
    for (Laptop.Request request :
        List.of(laptop.full(CONTENT), laptop.full("{}"), laptop.goodbye("forever"))) {
      HttpResponse<String> answer = request.send();
      assertTrue(answer.statusCode() >= 400);
      assertTrue(sealed(key, request, answer), answer.body());
      assertFalse(sealed(key, again, answer), "for that request alone");
    }
    running.exit("device", "revoke", "--device", laptop.device);
    Laptop.Request revoked = laptop.full(CONTENT);
    HttpResponse<String> answer = revoked.send();
    assertEquals("revoked", Answers.code(answer));
    assertTrue(sealed(key, revoked, answer));
  }

  @Test
  void who_has_much_to_tell_is_invited_and_nonsense_costs_nothing() {
    for (String waiting : List.of("", "0", "-1", "many", "9".repeat(99))) {
      HttpResponse<String> answer =
          laptop.full(CONTENT).header("porchlight-waiting", waiting).send();
      assertEquals(202, answer.statusCode());
      assertFalse(Samples.parse(answer.body()).has("more"), waiting);
    }
    HttpResponse<String> invited = laptop.full(CONTENT).header("porchlight-waiting", "599").send();
    assertEquals(40, Samples.parse(invited.body()).path("more").intValue());
    HttpResponse<String> few = laptop.full(CONTENT).header("porchlight-waiting", "3").send();
    assertEquals(3, Samples.parse(few.body()).path("more").intValue());
  }

  @Test
  void what_was_damaged_on_the_way_gets_no_last_word() {
    Laptop.Request damaged = laptop.full(CONTENT).sign();
    damaged.body[5] ^= 1;
    Laptop.Request headless = laptop.full(CONTENT);
    headless.sign().without("idempotency-key");
    headless.signed = false;
    Laptop.Request large = laptop.full(CONTENT);
    large.body = new byte[300 * 1024];
    Laptop.Request stranger = new Laptop(laptop.base, laptop.clock).full(CONTENT);
    for (Laptop.Request request : List.of(damaged, headless, large, stranger)) {
      HttpResponse<String> answer = request.send();
      assertTrue(answer.statusCode() >= 400);
      assertFalse(answer.headers().firstValue("porchlight-seal").isPresent(), answer.body());
    }
  }

  @Test
  void after_a_change_of_keys_both_seal_and_the_policy_names_the_new_one() throws Exception {
    Path file =
        java.nio.file.Files.writeString(
            running.folder.resolve("p.json"),
            "{\"revision\": 7, \"rules\": [{\"check\": \"firewall\", \"severity\": \"high\"}]}");
    running.command("policy", "set", "--organisation", "Acme Dental", "--file", file.toString());
    DeviceKey before = pinned();
    assertTrue(running.command("policy", "rotate-key").contains("revision 8"));
    DeviceKey after = pinned();
    assertFalse(before.equals(after));
    Laptop.Request refused = laptop.goodbye("forever");
    HttpResponse<String> answer = refused.send();
    assertTrue(sealed(before, refused, answer));
    assertTrue(sealed(after, refused, answer));
    JsonNode policy = Samples.parse(laptop.policy().send().body());
    byte[] payload = Base64.getUrlDecoder().decode(policy.path("payload").asText());
    assertEquals(after.thumbprint(), policy.path("keyid").asText());
    assertTrue(by(after, payload, policy));
    assertEquals(before.thumbprint(), policy.path("others").path(0).path("keyid").asText());
    assertTrue(by(before, payload, policy.path("others").path(0)));
    JsonNode said = Samples.parse(new String(payload, StandardCharsets.UTF_8));
    assertEquals(after.x(), said.path("keys").path(0).path("x").asText());
    assertEquals(8, said.path("policy").path("revision").intValue());
  }

  private static boolean by(DeviceKey key, byte[] payload, JsonNode signed) {
    return key.signed(
        porchlight.central.signing.Seals.policy(payload),
        Base64.getUrlDecoder().decode(signed.path("signature").asText()));
  }
}
