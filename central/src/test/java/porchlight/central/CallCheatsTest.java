package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever cheats in a verification proves nothing. */
class CallCheatsTest extends CalledLaptop {
  @Test
  void what_was_signed_for_another_purpose_is_none() {
    String page = opened();
    for (String member : new String[] {"purpose", "ticket", "technician", "nonce"}) {
      HttpResponse<String> answer = laptop.sign(node -> node.put(member, "remote-help"));
      assertEquals(422, answer.statusCode(), member + answer.body());
    }
    assertEquals(422, laptop.sign(node -> node.putArray("words").add("a").add("b")).statusCode());
    assertFalse(page(page).contains("has signed"), page(page));
  }

  /** Somebody relays an old answer into a verification for something else. */
  @Test
  void an_answer_to_one_is_none_to_the_next() {
    String first = opened();
    Laptop.Request kept = laptop.signed(node -> {});
    crew.ask("theo", "POST", first + "/cancel", Map.of());
    assertEquals(303, open("remote-help").statusCode());
    assertEquals(409, kept.send().statusCode());
    String code = laptop.code();
    laptop.look();
    signed();
    assertNotEquals(code, laptop.code());
  }

  @Test
  void the_same_request_does_not_count_twice() {
    opened();
    Laptop.Request request = laptop.signed(node -> {});
    assertEquals(200, request.send().statusCode());
    assertEquals("replayed", Samples.parse(request.send().body()).path("code").asText());
  }

  @Test
  void another_laptop_cannot_answer() throws IOException {
    String page = opened();
    CallingLaptop other = new CallingLaptop(running.laptop("Acme Dental", "LT-0043"));
    assertTrue(Samples.parse(other.look().body()).path("verification").isMissingNode());
    other.asked = laptop.asked;
    HttpResponse<String> answer = other.sign(node -> {});
    assertEquals("no-verification", Samples.parse(answer.body()).path("code").asText());
    assertEquals(404, other.deny("unknown").statusCode());
    assertTrue(page(page).contains("The laptop shows it."));
  }

  @Test
  void what_another_key_signed_is_none() {
    opened();
    Laptop.Request request = laptop.signed(node -> {});
    JsonNode body =
        Samples.parse(new String(request.body, java.nio.charset.StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        laptop
            .post(
                "/v1/verify/answer",
                Map.of(
                    "verification",
                    body.path("verification").asText(),
                    "payload",
                    body.path("payload").asText(),
                    "signature",
                    LaptopKeys.signature(LaptopKeys.make(), "porchlight-verify/1\n")))
            .send();
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @Test
  void a_clock_that_is_off_is_told_and_one_that_lies_is_refused() {
    String page = opened();
    Laptop.Request late = laptop.signed(node -> {});
    late.created -= 600;
    assertEquals("clock", Samples.parse(late.send().body()).path("code").asText());
    Instant now = running.now;
    for (Duration off : new Duration[] {Duration.ofMinutes(-3), Duration.ofMinutes(3)}) {
      HttpResponse<String> answer = laptop.sign(node -> node.put("at", now.plus(off).toString()));
      assertEquals(422, answer.statusCode(), answer.body());
    }
    assertEquals(200, laptop.sign(node -> node.put("skewSeconds", 7200)).statusCode());
    type(page, laptop.code());
    assertTrue(page(page).contains("clock is off by 2 h"), page(page));
  }
}
