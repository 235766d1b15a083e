package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may look, and what they see. */
class PagesTest extends OneCentral {

  @Test
  void without_the_key_nothing_is_shown() {
    for (String path : List.of("/", "/organisations/x", "/devices/x", "/?key=wrong")) {
      HttpResponse<String> answer = running.get(path);
      assertEquals(401, answer.statusCode(), path);
      assertTrue(answer.body().contains("dashboard-link"), path);
    }
    for (String path : List.of("/v1/organisations", "/v1/devices", "/v1/devices/x")) {
      assertEquals(401, running.get(path).statusCode(), path);
      assertEquals(401, running.get(path, "Authorization", "Bearer wrong").statusCode(), path);
    }
  }

  @Test
  void the_link_becomes_a_cookie_that_is_not_the_key() {
    HttpResponse<String> answer = running.get("/?key=" + Running.KEY);
    assertEquals(303, answer.statusCode());
    assertEquals("/", answer.headers().firstValue("location").orElse(""));
    String cookie = answer.headers().firstValue("set-cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    assertFalse(cookie.contains(Running.KEY));
    String pair = cookie.split(";", 2)[0];
    assertEquals(200, running.get("/", "Cookie", pair).statusCode());
    assertEquals(200, running.get("/v1/devices", "Cookie", pair).statusCode());
  }

  @Test
  void every_page_is_strict_about_what_it_loads() {
    String policy = running.page("/").headers().firstValue("content-security-policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"));
    assertFalse(policy.contains("unsafe"));
    String page = running.page("/").body();
    assertFalse(page.contains("style=") || page.contains("onclick") || page.contains("http://"));
    for (String asset : List.of("pico.min.css", "porchlight.css", "htmx.min.js", "favicon.svg")) {
      assertEquals(200, running.get("/assets/" + asset).statusCode(), asset);
    }
    assertEquals(4, running.get("/assets/..%2fschema.sql").statusCode() / 100);
  }

  @Test
  void what_is_not_there_is_404() {
    assertEquals(404, running.page("/organisations/x").statusCode());
    assertEquals(404, running.page("/devices/x").statusCode());
    assertEquals(404, running.page("/v1/devices/x").statusCode());
    assertEquals(404, running.page("/elsewhere").statusCode());
  }

  @Test
  void silence_is_shown_counted_apart_and_never_safe() throws IOException {
    Laptop laptop = running.laptop("Acme Dental", "LT-7");
    laptop.full(Samples.content("LT-7", "safe", 78, "firewall:pass:high")).send();
    JsonNode before = running.json("/v1/organisations").path("organisations").path(0);
    assertEquals(1, before.path("safe").intValue());
    running.now = running.now.plus(Duration.ofMinutes(40));
    assertEquals("late", running.device(laptop).path("presence").asText());
    running.now = running.now.plus(Duration.ofDays(3));
    JsonNode device = running.device(laptop);
    assertEquals("silent", device.path("presence").asText());
    assertEquals("safe", device.path("answer").asText(), "it keeps its last answer");
    assertEquals(78, device.path("score").intValue());
    JsonNode after = running.json("/v1/organisations").path("organisations").path(0);
    assertEquals(0, after.path("safe").intValue());
    assertEquals(1, after.path("silent").intValue());
    String page = running.page("/organisations/" + after.path("id").asText()).body();
    assertTrue(page.contains("78 (stale 3 d)"), page);
    laptop.unchanged(Samples.content("LT-7", "safe", 78, "firewall:pass:high")).send();
    assertEquals("online", running.device(laptop).path("presence").asText());
  }

  @Test
  void an_outage_of_central_makes_nobody_silent() throws IOException {
    Laptop laptop = running.laptop("Acme Dental", "LT-7");
    laptop.full(Samples.content("LT-7", "safe", 78, "firewall:pass:high")).send();
    running.restartAfter(Duration.ofDays(2));
    assertEquals("online", running.device(laptop).path("presence").asText());
    running.now = running.now.plus(Duration.ofMinutes(14));
    assertEquals("online", running.device(laptop).path("presence").asText());
    running.now = running.now.plus(Duration.ofMinutes(30));
    assertEquals("late", running.device(laptop).path("presence").asText());
    running.now = running.now.plus(Duration.ofHours(2));
    assertEquals("silent", running.device(laptop).path("presence").asText());
  }

  @Test
  void hostile_text_is_shown_and_does_nothing() throws IOException {
    Fleet fleet = new Fleet(running);
    String page = running.page("/devices/" + fleet.hostile.device).body();
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩gpj.exe⟨U+0007⟩"), page);
    assertFalse(page.contains("<script>alert") || page.contains("<img") || page.contains("<style"));
    assertFalse(page.contains("\u202E") || page.contains("\u001B") || page.contains("\u2066"));
  }

  @Test
  void where_a_laptop_was_is_told_in_a_few_words() throws IOException {
    Laptop laptop = running.laptop("Acme Dental", "LT-7");
    String content = Samples.content("LT-7", "safe", 78, "firewall:pass:high");
    laptop.full(content).send();
    String path = "/devices/" + laptop.device;
    assertFalse(running.page(path).body().contains("<dt>Place</dt>"));
    for (String[] one :
        List.of(
            new String[] {
              "\"id\":\"q83vEjRWeJCrze8SNFZ4kA\",\"kind\":\"home\",\"sure\":\"likely\",\"standing\":\"known\"",
              "likely a home, been there before (q83vEj…)"
            },
            new String[] {
              "\"kind\":\"public-hotspot\",\"sure\":\"perhaps\",\"standing\":\"new\"",
              "perhaps a public hotspot, first time there"
            },
            new String[] {
              "\"kind\":\"unknown\",\"sure\":\"not-at-all\",\"standing\":\"not-told\"",
              "a network of unknown kind"
            })) {
      String place = "{\"place\":{" + one[0] + "},";
      assertEquals(202, laptop.full(content.replaceFirst("[{]", place)).send().statusCode());
      String page = running.page(path).body();
      assertTrue(page.contains("<dt>Place</dt><dd><bdi>" + one[1] + "</bdi></dd>"), page);
    }
    String elsewhere = "{\"place\":{\"kind\":\"moon\",\"sure\":\"sure\",\"standing\":\"new\"},";
    assertEquals(4, laptop.full(content.replaceFirst("[{]", elsewhere)).send().statusCode() / 100);
  }

  @Test
  void the_history_of_a_check_is_told() throws IOException {
    Fleet fleet = new Fleet(running);
    JsonNode history = running.device(fleet.unsafe).path("history");
    long failures = history.findValuesAsText("to").stream().filter("fail"::equals).count();
    assertEquals(3, failures, history.toString());
    assertEquals(3, running.device(fleet.unsafe).path("missing").intValue());
  }
}
