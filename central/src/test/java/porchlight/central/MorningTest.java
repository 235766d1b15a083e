package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Settings;

/** What a tech sees in the morning: who needs help, why, and since when. */
class MorningTest extends OneLaptop {
  private static final String FINE = Samples.content("LT-1", "safe", 95, "firewall:pass:high");
  private static final String BAD =
      Samples.content("LT-1", "unsafe", 40, "firewall:fail:critical", "dns-resolvers:fail:medium");

  @BeforeEach
  void reported() {
    laptop.full(FINE).send();
  }

  private String body(String path) {
    assertEquals(200, running.page(path).statusCode(), path);
    return running.page(path).body();
  }

  private void pass(Duration time) {
    running.now = running.now.plus(time);
  }

  @Test
  void nobody_needs_help_who_is_well() {
    assertTrue(body("/").contains("<h1>Nobody needs help who did not before.</h1>"), body("/"));
  }

  @Test
  void who_became_unsafe_is_named_with_why_and_since_when() {
    pass(Duration.ofMinutes(15));
    laptop.full(BAD).send();
    pass(Duration.ofMinutes(10));
    String page = body("/");
    assertTrue(page.contains("<h1>1 laptop became unsafe since yesterday.</h1>"), page);
    assertTrue(page.contains("because of firewall"), page);
    assertTrue(page.contains(">10 min</time>"), page);
    assertTrue(page.contains("before: safe"), page);
  }

  @Test
  void who_became_unsafe_and_was_shut_down_is_told_all_the_same() {
    laptop.full(BAD).send();
    laptop.goodbye("shutdown").send();
    pass(Duration.ofHours(12));
    String page = body("/");
    assertTrue(page.contains("<h1>1 laptop became unsafe since yesterday.</h1>"), page);
    assertTrue(page.contains("shut down since"), page);
  }

  @Test
  void who_is_unsafe_since_before_is_only_counted() {
    laptop.full(BAD).send();
    for (int i = 0; i < 30; i++) {
      pass(Duration.ofHours(1));
      laptop.unchanged(BAD).send();
    }
    String page = body("/");
    assertFalse(page.contains("became unsafe since"), page);
    assertTrue(page.contains("1 unsafe since before"), page);
    assertTrue(body("/?days=3").contains("1 laptop became unsafe in the last 3 days."));
  }

  @Test
  void a_late_report_moves_back_since_when() {
    pass(Duration.ofHours(3));
    Laptop.Request late = laptop.full(BAD);
    pass(Duration.ofHours(2));
    assertEquals(202, laptop.full(BAD.replace("\"score\":40", "\"score\":41")).send().statusCode());
    assertTrue(body("/").contains(">0 s</time>"), body("/"));
    late.created = running.now.getEpochSecond();
    assertEquals(202, late.send().statusCode());
    assertTrue(body("/").contains(">2 h</time>"), body("/"));
  }

  @Test
  void what_is_told_late_is_news_on_the_day_it_is_told() {
    pass(Duration.ofHours(1));
    Laptop.Request kept = laptop.full(BAD);
    pass(Duration.ofDays(3));
    assertTrue(body("/").contains("Nobody needs help"), "nobody knows yet");
    kept.created = running.now.getEpochSecond();
    assertEquals(202, kept.send().statusCode());
    String page = body("/");
    assertTrue(page.contains("<h1>1 laptop became unsafe since yesterday.</h1>"), page);
    assertTrue(page.contains(">3 d</time>"), "since when it says that it was");
  }

  @Test
  void who_falls_silent_after_a_long_cadence_is_news_then(@TempDir Path other) throws IOException {
    try (Running slow =
        new Running(other, 100, Settings.DEFAULTS.withCadence(Duration.ofHours(12)))) {
      slow.laptop("Acme Dental", "LT-5").full(FINE.replace("LT-1", "LT-5")).send();
      slow.now = slow.now.plus(Duration.ofHours(50));
      assertTrue(slow.page("/").body().contains("Nobody needs help"));
      slow.now = slow.now.plus(Duration.ofHours(10));
      assertTrue(slow.page("/").body().contains("1 laptop fell silent since yesterday."));
      slow.now = slow.now.plus(Duration.ofHours(24));
      assertTrue(slow.page("/").body().contains("1 silent since before"));
    }
  }

  @Test
  void who_said_goodbye_and_does_not_come_back_is_news_after_two_weeks() {
    laptop.goodbye("shutdown").send();
    pass(Duration.ofDays(13));
    assertTrue(body("/").contains("Nobody needs help"));
    pass(Duration.ofHours(30));
    assertTrue(body("/").contains("1 laptop fell silent since yesterday."), body("/"));
  }

  @Test
  void who_is_shut_out_is_missed_by_nobody() {
    running.command("device", "revoke", "--device", laptop.device);
    pass(Duration.ofHours(5));
    assertTrue(body("/").contains("No laptop reports here yet."), body("/"));
    assertFalse(body("/devices?tone=silent").contains("LT-1"));
  }

  @Test
  void who_fell_silent_is_named_with_its_last_answer_marked_as_stale() {
    pass(Duration.ofHours(3));
    String page = body("/");
    assertTrue(page.contains("<h1>1 laptop fell silent since yesterday.</h1>"), page);
    assertTrue(page.contains("score 95 (stale 3 h)"), page);
    pass(Duration.ofDays(2));
    page = body("/");
    assertFalse(page.contains("fell silent since"), page);
    assertTrue(page.contains("1 silent since before"), page);
    assertTrue(body("/devices?tone=silent").contains("95 (stale 2 d)"));
  }

  @Test
  void silence_never_raises_a_score() throws IOException {
    Laptop other = running.laptop("Acme Dental", "LT-2");
    other.full(Samples.content("LT-2", "unsafe", 35, "firewall:fail:critical")).send();
    assertTrue(body("/organisations").contains("<b class=\"score\">65</b>"));
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofMinutes(60));
      laptop.unchanged(FINE).send();
    }
    assertTrue(
        body("/organisations").contains("<b class=\"score\">65</b>"), "the bad one is silent");
    other
        .full(
            Samples.content("LT-2", "cannot-say", 0, "firewall:unknown:critical")
                .replace("\"score\":0,", ""))
        .send();
    assertTrue(body("/organisations").contains("<b class=\"score\">47</b>"), "blind counts as 0");
  }

  @Test
  void who_comes_back_from_silence_is_told_and_who_had_said_goodbye_is_not() throws IOException {
    Laptop polite = running.laptop("Acme Dental", "LT-3");
    polite.full(FINE.replace("LT-1", "LT-3")).send();
    polite.goodbye("shutdown").send();
    pass(Duration.ofHours(30));
    running.central.look();
    assertTrue(body("/devices?tone=parked").contains("LT-3"));
    polite.full(FINE.replace("LT-1", "LT-3")).send();
    laptop.full(FINE).send();
    String page = body("/");
    String back = page.substring(page.indexOf("Came back"));
    assertTrue(back.contains("after 30 h of silence; now safe"), back);
    assertFalse(back.contains("LT-3"), back);
  }

  @Test
  void an_outage_of_central_makes_nobody_silent_on_any_page() throws IOException {
    running.restartAfter(Duration.ofDays(2));
    laptop.base = running.central.url();
    assertTrue(body("/").contains("Nobody needs help"), body("/"));
    assertFalse(body("/organisations").contains("silent"));
    laptop.full(FINE).send();
    assertFalse(body("/").contains("of silence"), "it was central that was away");
  }

  @Test
  void what_is_new_on_several_is_told_with_its_clients() throws IOException {
    Laptop other = running.laptop("Bright & Sons", "LT-9");
    other.full(BAD.replace("LT-1", "LT-9")).send();
    laptop.full(BAD).send();
    String page = body("/");
    assertTrue(page.contains("fails on 2 laptops of 2 clients"), page);
    String check = body("/checks/dns-resolvers");
    assertTrue(check.contains("It fails on 2 laptops of 2 clients."), check);
    assertTrue(check.contains("LT-9") && check.contains("because of dns-resolvers"), check);
    laptop.full(FINE).send();
    assertTrue(body("/checks/dns-resolvers").contains("It fails on 1 laptop of 1 client."));
  }

  @Test
  void a_retired_laptop_counts_nowhere() {
    laptop.full(BAD).send();
    assertTrue(body("/checks").contains("/checks/firewall"));
    laptop.goodbye("uninstalled").send();
    assertFalse(body("/checks").contains("/checks/firewall"));
    assertFalse(body("/").contains("became unsafe since"));
    assertFalse(body("/search?q=LT-1").contains("LT-1</bdi></a>"));
  }

  @Test
  void a_place_is_told_over_all_laptops_that_are_there() throws IOException {
    String at =
        "{\"place\":{\"id\":\"q83vEjRWeJCrze8SNFZ4kA\",\"kind\":\"office\",\"sure\":\"sure\","
            + "\"standing\":\"new\"},";
    String changed =
        Samples.content("LT-1", "care", 80, "gateway-identity:fail:medium").replaceFirst("[{]", at);
    laptop.full(changed).send();
    Laptop other = running.laptop("Acme Dental", "LT-2");
    other.full(changed.replace("LT-1", "LT-2")).send();
    assertTrue(body("/").contains("an office</a>"), "somewhere new");
    String organisation = running.device(laptop).path("organisation").asText();
    String place = body("/places/" + organisation + "/q83vEjRWeJCrze8SNFZ4kA");
    assertTrue(place.contains("2 laptops are there; on 2 a check of the network fails."), place);
    assertTrue(body("/places").contains("/places/" + organisation + "/q83vEjRWeJCrze8SNFZ4kA"));
    assertEquals(404, running.page("/places/" + organisation + "/elsewhere").statusCode());
  }

  @Test
  void two_reports_are_told_apart() {
    laptop.full(BAD).send();
    String page = body("/devices/" + laptop.device);
    String link = "/devices/" + laptop.device + "/difference?from=1&amp;to=2";
    assertTrue(page.contains(link), page);
    String difference = body(link.replace("&amp;", "&"));
    assertTrue(difference.contains("3 things differ."), difference);
    assertEquals(difference, body("/devices/" + laptop.device + "/difference"));
    assertTrue(difference.contains("passed (high): because of firewall"), difference);
  }

  @Test
  void the_days_are_kept_and_plotted_from() {
    running.central.noteDay();
    pass(Duration.ofDays(1));
    laptop.full(BAD).send();
    running.central.noteDay();
    JsonNode trend = running.json("/v1/trend");
    assertEquals("[95,40]", trend.path("score").toString());
    assertEquals("[0,1]", trend.path("unsafe").toString());
    assertEquals(
        trend,
        running.json(
            "/v1/trend?organisation=" + running.device(laptop).path("organisation").asText()));
    assertEquals("[]", running.json("/v1/trend?organisation=elsewhere").path("at").toString());
    assertTrue(body("/").contains("<td>40</td><td>1</td>"), "the figures are readable");
  }

  @Test
  void search_finds_by_any_words_and_takes_signs_as_signs() throws IOException {
    running.laptop("Acme Dental", "100%_odd").full(FINE.replace("LT-1", "100%_odd")).send();
    assertTrue(body("/search?q=lt-1%20debian").contains("1 laptop like that"));
    assertTrue(body("/search?q=0%25_o").contains("1 laptop like that"));
    assertTrue(body("/search?q=%25").contains("1 laptop like that"), "a sign is no wildcard");
    assertTrue(body("/search?q=" + laptop.device.substring(0, 8)).contains("LT-1"));
    assertTrue(body("/search?q=%3Cscript%3E").contains("Nothing like that"));
    assertFalse(body("/search?q=%3Cscript%3E").contains("<script>"));
    assertTrue(body("/search").contains("<h1>Search</h1>"));
    assertEquals(200, running.page("/search?q=" + "x".repeat(3000)).statusCode());
  }
}
