package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a laptop becomes a device, over real HTTP. */
class EnrolmentTest extends OneLaptop {

  @Test
  void the_same_key_enrols_once_and_uses_the_token_up_once() throws IOException {
    String token = running.token("Acme Dental", 2);
    Laptop twice = Laptop.enrolled(running.central.url(), running.clock, token, "LT-2");
    HttpResponse<String> again = twice.enroll(token, "LT-2").gzip().send();
    assertEquals(200, again.statusCode());
    assertEquals(twice.device, Samples.parse(again.body()).path("device").asText());
    Laptop.enrolled(running.central.url(), running.clock, token, "LT-3");
    Answers.refused(401, "bad-token", new Laptop(twice.base, twice.clock).enroll(token, "LT-4"));
  }

  @Test
  void a_token_that_is_too_old_or_unknown_is_refused() throws IOException {
    String token = running.token("Acme Dental", 1);
    running.now = running.now.plus(Duration.ofDays(8));
    Laptop late = new Laptop(running.central.url(), running.clock);
    Answers.refused(401, "bad-token", late.enroll(token, "x"));
    Answers.refused(401, "bad-token", late.enroll("porch_never", "x"));
  }

  @Test
  void an_enrolment_must_prove_its_key() throws IOException {
    String token = running.token("Acme Dental", 1);
    Laptop thief = new Laptop(running.central.url(), running.clock);
    Laptop.Request request = laptop.enroll(token, "x");
    request.keyId = thief.keyId();
    Answers.refused(401, "bad-signature", request);
    Laptop.Request other = thief.enroll(token, "x");
    other.body = laptop.enroll(token, "x").body;
    Answers.refused(401, "bad-signature", other);
  }

  @Test
  void an_enrolment_with_a_key_that_is_no_point_of_the_curve_is_invalid() throws IOException {
    Laptop.Request request = laptop.enroll(running.token("Acme Dental", 1), "x");
    request.body =
        new String(request.body, StandardCharsets.UTF_8)
            .replace(laptop.y(), laptop.x())
            .getBytes(StandardCharsets.UTF_8);
    Answers.refused(422, "invalid", request);
  }
}
