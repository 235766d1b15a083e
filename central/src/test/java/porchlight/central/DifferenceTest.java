package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one look says otherwise than another: by numbers, by days and times, and of two laptops. */
class DifferenceTest extends OneLaptop {
  private static final String FINE =
      Samples.content("LT-1", "safe", 95, "firewall:pass:high", "clock:pass:low");
  private static final String BAD =
      Samples.content(
          "LT-1", "unsafe", 40, "firewall:fail:high", "clock:unknown:low", "wifi:pass:high");

  /** Fine on the 20th at nine, bad on the 21st, fine again on the 22nd; it is the 22nd. */
  private void threeDays() {
    running.now = Instant.parse("2026-11-20T09:00:00Z");
    laptop.full(FINE).send();
    running.now = Instant.parse("2026-11-21T09:00:00Z");
    laptop.full(BAD).send();
    running.now = Instant.parse("2026-11-22T09:00:00Z");
    laptop.unchanged(FINE).send();
  }

  private String path(String query) {
    return "/devices/" + laptop.device + "/difference?" + query;
  }

  private JsonNode json(String query) {
    HttpResponse<String> answer = running.page("/v1" + path(query));
    assertEquals(200, answer.statusCode(), query + answer.body());
    return Samples.parse(answer.body());
  }

  /** The numbers of the two reports that are compared. */
  private String numbers(String query) {
    JsonNode json = json(query);
    return json.at("/before/sequence") + " " + json.at("/after/sequence");
  }

  private static String ways(JsonNode json) {
    StringBuilder ways = new StringBuilder();
    json.path("changes")
        .forEach(change ->
            ways.append(change.path("check").asText())
                .append(' ')
                .append(change.path("change").asText())
                .append("; "));
    return ways.toString();
  }

  private void refused(int status, String query, String why) {
    HttpResponse<String> api = running.page("/v1" + path(query));
    assertEquals(status, api.statusCode(), query + api.body());
    assertEquals("application/problem+json", api.headers().firstValue("content-type").orElse(""));
    String detail = Samples.parse(api.body()).path("detail").asText();
    assertTrue(detail.contains(why), query + ": " + detail);
    HttpResponse<String> page = running.page(path(query));
    assertEquals(status, page.statusCode(), query);
    assertFalse(page.body().contains("say the same"), query);
  }

  @Test
  void what_held_at_a_time_or_at_the_end_of_a_day_is_compared() {
    threeDays();
    assertEquals("1 2", numbers("from=2026-11-20&to=2026-11-21"));
    assertEquals("1 2", numbers("from=2026-11-20T09:00&to=2026-11-22T08:59:59.999Z"));
    assertEquals("1 2", numbers("from=2026-11-21T08:59:59&to=yesterday"));
    assertEquals("2 3", numbers("from=yesterday&to=last"));
    assertEquals("2 3", numbers("from=%20yesterday&to="), "the newest where nothing is said");
    assertEquals("2 3", numbers(""));
    assertEquals("1 2", numbers("to=2026-11-21"), "and what it said before");
    assertEquals("3 3", numbers("from=2026-11-22T09:00:00Z&to=2031-01-01"));
    assertEquals(
        json("from=1&to=2").path("changes"), json("from=2026-11-20&to=2026-11-21").path("changes"));
  }

  @Test
  void a_time_that_a_look_tells_finds_that_look() {
    threeDays();
    String at = json("from=1&to=2").at("/after/at").asText();
    assertEquals("2 3", numbers("from=" + at));
  }

  @Test
  void it_is_told_in_the_words_of_porchlight_diff() {
    threeDays();
    JsonNode worse = json("from=1&to=2");
    assertEquals("firewall worse; clock unknown; wifi other; ", ways(worse));
    assertEquals("what was seen", worse.at("/changes/0/new/0/value").asText());
    assertEquals(0, worse.at("/changes/0/gone").size());
    assertEquals("fail", worse.at("/changes/0/after/outcome").asText());
    assertEquals("unsafe", worse.at("/after/answer").asText());
    JsonNode back = json("from=2&to=3");
    assertEquals(
        "firewall better; clock better; wifi unknown; ", ways(back), "seen no more is not well");
    assertEquals(0, back.path("same").intValue());
    assertEquals(2, json("from=1&to=3").path("same").intValue(), "it repeats the first");
    String page = running.page(path("from=1&to=2")).body();
    assertTrue(page.contains("It was SAFE, it is UNSAFE."), page);
    assertTrue(page.contains("<h2>Worse</h2>") && page.contains("<h2>Otherwise</h2>"), page);
    assertTrue(page.contains("<h2>Could not tell any more</h2>"), page);
    assertTrue(running.page(path("from=1&to=3")).body().contains("Both reports say the same."));
  }

  @Test
  void two_laptops_are_compared_as_each_said_last_or_at_a_time() throws IOException {
    Laptop other = running.laptop("Bright Sons", "LT-2");
    threeDays();
    other.full(BAD.replace("LT-1", "LT-2")).send();
    String query = "other=" + other.device;
    JsonNode json = json(query);
    assertEquals(laptop.device, json.at("/before/device").asText());
    assertEquals(other.device, json.at("/after/device").asText());
    assertEquals("LT-2", json.at("/after/name").asText());
    assertEquals("firewall worse; clock unknown; wifi other; ", ways(json));
    assertEquals("2 1", numbers("from=2026-11-21&to=1&" + query));
    assertEquals(3, json("from=yesterday&" + query).path("same").intValue());
    String page = running.page(path(query)).body();
    assertTrue(page.contains("The one is SAFE, the other UNSAFE."), page);
    assertTrue(page.contains("data-label=\"LT-2\""), page);
    assertTrue(running.page(path("from=2&" + query)).body().contains("Both are UNSAFE."));
    refused(404, "to=yesterday&" + query, "to: no report from before then is kept here");
  }

  @Test
  void a_laptop_that_is_silent_is_told_as_silent() {
    threeDays();
    running.now = running.now.plus(Duration.ofDays(3));
    assertEquals("silent", json("from=1").at("/after/presence").asText());
    assertTrue(running.page(path("from=1")).body().contains("; silent for 3 d"));
  }

  @Test
  void what_is_not_understood_is_refused_with_what_was_expected() {
    threeDays();
    for (String wrong :
        List.of(
            "before",
            "0",
            "-1",
            "1.5",
            "2026-02-30",
            "2026-11-20T25:00",
            "2026-11-20T10",
            "20.11.2026",
            "2026-11-20T10:00%2B01:00",
            "9999999999999999999",
            "%3Cscript%3E",
            "%00",
            "x".repeat(5000))) {
      refused(400, "from=" + wrong, "from: the number of a report, last, yesterday, a day such as");
      refused(400, "from=1&to=" + wrong, "to: the number of a report");
    }
    for (String wrong : List.of("LT-2", laptop.device + "0", "%27%20or%201=1")) {
      refused(400, "other=" + wrong, "other: the id of a device is expected");
    }
    String page = running.page(path("from=%3Cscript%3E")).body();
    assertTrue(page.contains("value=\"&lt;script") && !page.contains("<script>"), page);
  }

  @Test
  void what_is_not_kept_or_not_known_is_never_the_same() {
    refused(404, "", "to: no report is kept here");
    laptop.full(FINE).send();
    refused(404, "", "from: nothing else that it said is kept here");
    refused(404, "from=1&to=9", "to: report 9 is not kept here");
    refused(404, "from=2020-01-01", "from: no report from before then is kept here");
    laptop.unchanged(BAD).send();
    String untold = "report 2 repeats what never came here or is kept no more";
    refused(404, "from=1", "to: " + untold);
    refused(404, "from=last&to=1", "from: " + untold);
    refused(404, "other=" + UUID.randomUUID(), "no such device");
  }

  @Test
  void what_held_while_reports_are_missing_is_not_known() {
    threeDays();
    laptop.sequence += 2;
    running.now = Instant.parse("2026-11-24T09:00:00Z");
    laptop.unchanged(FINE).send();
    running.now = Instant.parse("2026-11-25T09:00:00Z");
    refused(404, "from=1&to=2026-11-23", "to: report 3 is followed by some that never came");
    refused(404, "from=2026-11-22T09:00&to=last", "from: report 3 is followed by some");
    assertEquals("1 3", numbers("from=1&to=3"));
    assertEquals("2 6", numbers("from=2026-11-21&to=yesterday"));
  }

  @Test
  void a_client_compares_its_own_with_nobody_elses() throws IOException {
    Laptop theirs = running.laptop("Quince Legal", "LT-2");
    threeDays();
    theirs.full(BAD.replace("LT-1", "LT-2")).send();
    Crew crew = new Crew(running, running.device(laptop).path("organisation").asText());
    for (String who : List.of("cleo", "their-reader")) {
      for (String front : List.of("", "/v1")) {
        assertEquals(200, crew.get(who, front + path("from=1&to=2")).statusCode());
        HttpResponse<String> hidden = crew.get(who, front + path("other=" + theirs.device));
        assertEquals(404, hidden.statusCode());
        assertEquals(
            crew.get(who, front + path("other=" + UUID.randomUUID())).body(), hidden.body());
        String back = "/devices/" + theirs.device + "/difference?other=" + laptop.device;
        assertEquals(404, crew.get(who, front + back).statusCode());
      }
    }
  }
}
