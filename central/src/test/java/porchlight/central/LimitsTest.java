package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Settings;

/** Who is too fast is told to wait, and nobody else is; over real HTTP. */
class LimitsTest {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");

  @Test
  void one_device_that_is_too_fast_waits_and_another_does_not(@TempDir Path folder)
      throws Exception {
    try (Running running = new Running(folder, 100, Settings.DEFAULTS.withLimits(5, 100))) {
      Laptop fast = running.laptop("Acme Dental", "LT-1");
      Laptop calm = running.laptop("Acme Dental", "LT-2");
      int stored = 0;
      HttpResponse<String> answer = fast.full(CONTENT).send();
      while (answer.statusCode() == 202 && stored < 50) {
        stored++;
        answer = fast.unchanged(CONTENT).send();
      }
      assertEquals(429, answer.statusCode());
      assertEquals("slow-down", Answers.code(answer));
      assertTrue(stored >= 10 && stored <= 12, "twice the minute's at once, not " + stored);
      int wait = Integer.parseInt(answer.headers().firstValue("retry-after").orElse(""));
      assertTrue(wait >= 60 && wait < 120, "asked to wait " + wait);
      assertEquals(stored, GoodAmongBadTest.stored(folder));
      assertEquals(202, calm.full(CONTENT).send().statusCode());
    }
  }

  @Test
  void enrolments_are_limited_by_address_as_the_front_end_saw_it(@TempDir Path folder)
      throws IOException {
    try (Running running = new Running(folder, 100, Settings.DEFAULTS.withLimits(60, 2))) {
      Laptop guesser = new Laptop(running.central.url(), running.clock);
      int tries = 0;
      while (from(guesser, "1.2.3.4, 203.0.113.9").statusCode() == 401 && tries < 50) {
        tries++;
      }
      assertTrue(tries >= 4 && tries <= 5, tries + " tries");
      assertEquals(429, from(guesser, "9.9.9.9, 203.0.113.9").statusCode(), "the last one counts");
      assertEquals(401, from(guesser, "203.0.113.10").statusCode());
      for (int i = 0; i < 6; i++) {
        from(guesser, "2001:db8:1:2::" + i + ":3:4");
      }
      assertEquals(429, from(guesser, "2001:db8:1:2:9:8:7:6").statusCode(), "one network");
      assertEquals(401, from(guesser, "2001:db8:1:3::1:2:3").statusCode(), "another one");
    }
  }

  private static HttpResponse<String> from(Laptop guesser, String address) {
    return guesser.enroll("porch_guess", "x").header("x-forwarded-for", address).send();
  }
}
