package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Open pages are told when there is something new. */
@Timeout(60)
class NewsTest extends OneCentral {

  private HttpResponse<InputStream> listen(String key) throws Exception {
    return Laptop.HTTP.send(
        HttpRequest.newBuilder(URI.create(running.central.url() + "/v1/news"))
            .header("Authorization", "Bearer " + key)
            .header("Accept", "text/event-stream")
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader lines, String start) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(start)) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  @Test
  void a_report_that_says_something_new_is_told_and_central_gives_signs_of_life() throws Exception {
    Laptop laptop = running.laptop("Acme Dental", "LT-7");
    HttpResponse<InputStream> answer = listen(Running.KEY);
    assertEquals("text/event-stream", answer.headers().firstValue("content-type").orElse(""));
    try (BufferedReader lines = lines(answer)) {
      next(lines, "retry:");
      laptop.full(Samples.content("LT-7", "safe", 78, "firewall:pass:high")).send();
      assertEquals("event: news", next(lines, "event:"));
      assertEquals(": still here", next(lines, ":"));
    }
  }

  @Test
  void without_a_key_nothing_is_told_and_too_many_are_sent_away() throws Exception {
    assertEquals(401, listen("wrong").statusCode());
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      open.add(listen(Running.KEY));
      assertEquals(200, open.getLast().statusCode());
    }
    assertEquals(503, listen(Running.KEY).statusCode());
    for (HttpResponse<InputStream> one : open) {
      one.body().close();
    }
  }

  @Test
  void who_listens_does_not_hold_central_up() throws Exception {
    HttpResponse<InputStream> answer = listen(Running.KEY);
    Instant before = Instant.now();
    running.close();
    assertTrue(Duration.between(before, Instant.now()).toSeconds() < 8, "it stopped at once");
    answer.body().close();
  }
}
