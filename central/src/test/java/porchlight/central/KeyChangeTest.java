package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

/** How one key takes the place of another, over real HTTP. */
class KeyChangeTest extends OneLaptop {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private final KeyPair next = LaptopKeys.make();

  private String asked() {
    return Samples.parse(laptop.full(CONTENT).send().body()).path("rotateKey").asText("not");
  }

  @Test
  void it_is_asked_for_until_the_new_key_was_used() {
    assertEquals("not", asked());
    assertEquals(0, running.exit("device", "rotate", "--device", laptop.device));
    assertEquals("true", asked());
    assertTrue(running.page("/devices/" + laptop.device).body().contains("asked for another key"));
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = laptop.rekey(next).send();
      assertEquals(200, answer.statusCode(), answer.body());
      JsonNode body = Samples.parse(answer.body());
      assertEquals(laptop.device, body.path("device").asText());
      assertTrue(body.has("serverTime"));
    }
    assertEquals("true", asked(), "the old key still holds: who signs by it may not know");
    KeyPair old = laptop.keys;
    laptop.keys = next;
    assertEquals("not", asked());
    laptop.keys = old;
    Answers.refused(401, "unknown-key", laptop.full(CONTENT));
    Answers.refused(401, "unknown-key", laptop.rekey(next));
    assertFalse(running.page("/devices/" + laptop.device).body().contains("asked for another"));
  }

  @Test
  void a_device_that_only_has_its_next_key_finds_itself() throws IOException {
    laptop.rekey(next).send();
    laptop.keys = next;
    HttpResponse<String> answer = laptop.enroll("porch_any", "LT-1").send();
    assertEquals(200, answer.statusCode());
    assertEquals(laptop.device, Samples.parse(answer.body()).path("device").asText());
    assertEquals(202, laptop.full(CONTENT).send().statusCode());
  }

  @Test
  void a_key_that_waits_for_its_first_use_is_not_pushed_aside_by_another() {
    laptop.rekey(next).send();
    KeyPair other = LaptopKeys.make();
    Answers.refused(409, "key-pending", laptop.rekey(other));
    assertEquals(200, laptop.rekey(next).send().statusCode(), "the same again is no other");
    running.now = running.now.plus(java.time.Duration.ofHours(25));
    assertEquals(200, laptop.rekey(other).send().statusCode(), "a day later it was forgotten");
    KeyPair old = laptop.keys;
    laptop.keys = next;
    Answers.refused(401, "unknown-key", laptop.full(CONTENT));
    laptop.keys = old;
    assertEquals(202, laptop.full(CONTENT).send().statusCode());
    Answers.refused(409, "key-pending", laptop.rekey(next));
    assertEquals(0, running.exit("device", "rotate", "--device", laptop.device));
    assertEquals(200, laptop.rekey(next).send().statusCode(), "a person's word clears the way");
  }

  @Test
  void a_key_needs_a_proof_and_belongs_to_nobody_else() throws IOException {
    Laptop other = running.laptop("Cedar Legal", "LT-2");
    Answers.refused(422, "invalid", laptop.rekey(other.keys));
    Laptop.Request stolen = laptop.rekey(next);
    stolen.body =
        Samples.json(
                java.util.Map.of(
                    "device",
                    laptop.device,
                    "key",
                    LaptopKeys.jwk(next),
                    "proof",
                    LaptopKeys.signature(laptop.keys, "porchlight-key/1\n" + laptop.device)))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Answers.refused(401, "bad-signature", stolen);
    Laptop.Request foreign = other.rekey(next);
    foreign.body = laptop.rekey(next).body;
    Answers.refused(422, "invalid", foreign);
    laptop.rekey(next).send();
    Answers.refused(422, "invalid", other.rekey(next));
    Laptop.Request replay = laptop.rekey(next);
    assertEquals(200, replay.send().statusCode());
    Answers.refused(401, "replayed", replay);
  }

  @Test
  void a_goodbye_for_good_retires_and_another_only_explains_the_silence() throws IOException {
    laptop.full(CONTENT).send();
    HttpResponse<String> answer = laptop.goodbye("shutdown").send();
    assertEquals(200, answer.statusCode());
    assertEquals("shutdown", running.device(laptop).path("goodbye").path("reason").asText());
    assertTrue(running.page("/devices/" + laptop.device).body().contains("shutting down"));
    running.now = running.now.plus(java.time.Duration.ofDays(3));
    assertEquals(
        "parked", running.device(laptop).path("presence").asText(), "its silence is meant");
    running.now = running.now.plus(java.time.Duration.ofDays(12));
    assertEquals("silent", running.device(laptop).path("presence").asText(), "but not for ever");
    laptop.full(CONTENT).send();
    assertFalse(running.device(laptop).has("goodbye"), "it is back");
    Laptop other = running.laptop("Acme Dental", "LT-2");
    Laptop.Request foreign = other.goodbye("uninstalled");
    foreign.body = laptop.goodbye("uninstalled").body;
    Answers.refused(422, "invalid", foreign);
    Answers.refused(422, "invalid", laptop.goodbye("bored"));
    assertEquals(200, laptop.goodbye("uninstalled").send().statusCode());
    Answers.refused(410, "retired", laptop.goodbye("uninstalled"));
    Answers.refused(410, "retired", laptop.full(CONTENT));
    assertEquals("retired", running.device(laptop).path("standing").asText());
  }
}
