package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which techs compare notes. */
class NotePagesTest extends OneCentral {
  private Laptop laptop;

  @BeforeEach
  void unsafe_laptops() throws IOException {
    unsafe("Acme Dental");
    laptop = unsafe("Bright & Sons");
  }

  private Laptop unsafe(String organisation) throws IOException {
    String name = "LT of " + organisation;
    Laptop unsafe = running.laptop(organisation, name);
    unsafe.full(Samples.content(name, "unsafe", 20, "dns-integrity:fail:high")).send();
    return unsafe;
  }

  @Test
  void the_same_thing_at_two_clients_is_a_card_with_its_laptops() {
    String page = running.page("/notes").body();
    assertTrue(page.contains("fails on 2 laptops at 2 clients, and shows the same"), page);
    assertTrue(page.contains("LT of Acme Dental") && page.contains("LT of Bright &amp; Sons"));
  }

  @Test
  void a_note_is_written_shown_and_ended() {
    assertEquals(303, note("<b>The hotel's</b> box").statusCode());
    String page = running.page("/notes").body();
    assertTrue(page.contains("&lt;b&gt;The hotel"), page);
    String end = page.replaceAll("(?s).*action=\"(/notes/[^\"]*/end)\".*", "$1");
    assertEquals(303, post(end).statusCode());
    assertFalse(running.page("/notes").body().contains("The hotel"));
  }

  @Test
  void a_note_about_a_place_is_offered_on_its_page_and_kept_about_it() {
    String place = "x".repeat(22);
    String form = running.page("/notes?kind=note&place=" + place).body();
    assertTrue(form.contains("name=\"place\" value=\"" + place + "\""), form);
    post("/notes", "kind", "note", "place", place, "words", "The portal lies.");
    assertEquals(place, running.json("/v1/remarks").path("remarks").path(0).path("place").asText());
  }

  @Test
  void what_is_wrong_is_said_and_the_form_stays_filled() {
    HttpResponse<String> answer =
        post("/notes", "kind", "acknowledgement", "check", "clock", "words", "kept words");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("an acknowledgement is about a check of a device"));
    assertTrue(answer.body().contains("kept words</textarea>"), answer.body());
  }

  @Test
  void an_acknowledged_finding_is_shown_as_such_and_still_counts() {
    String before = running.page("/devices/" + laptop.device).body();
    assertEquals(
        303,
        post(
                "/notes",
                "kind",
                "acknowledgement",
                "device",
                laptop.device,
                "check",
                "dns-integrity",
                "days",
                "14",
                "words",
                "the hotel's")
            .statusCode());
    String page = running.page("/devices/" + laptop.device).body();
    assertFalse(before.contains("acknowledged until"));
    assertTrue(page.contains("acknowledged until 6 Dec 2026"), page);
    assertTrue(page.contains("Not safe to work from."), "it counts as before");
  }

  @Test
  void what_can_be_taken_away_is_linked() {
    String page = running.page("/out").body();
    for (String path : List.of("/v1/exports/devices.csv", "/v1/exports/ocsf.ndjson", "proof.pdf")) {
      assertTrue(page.contains(path), path);
    }
  }

  private HttpResponse<String> note(String words) {
    return post("/notes", "kind", "note", "check", "dns-integrity", "words", words);
  }

  private HttpResponse<String> post(String path, String... fields) {
    List<String> form = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.central.url() + path))
            .header("Authorization", "Bearer " + Running.KEY)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
            .build();
    try {
      return Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
