package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.signing.DeviceKey;

/** Advice from one MSP to another, between two centrals. */
class SharingTest {
  /** Whatever must not leave, each in the words of a note. */
  private static final List<String> SECRETS =
      List.of(
          "Acme Dental",
          "acme",
          "Okafor",
          "LT-0042",
          "0042",
          "203.0.113.9",
          "192.168.7.0/24",
          "2001:db8::53",
          "fe80::1",
          "3c:37:86:00:00:01",
          "3C-37-86-00-00-02",
          "desk@acme.example",
          "router.acme.example",
          "https://portal.example/x",
          "Hotel Quince Guest",
          "+43 660 1234567",
          "DENTAL");

  @Test
  void nothing_that_names_anybody_leaves_and_what_is_left_is_taken_in_once(@TempDir Path folder)
      throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path other = Files.createDirectory(folder.resolve("other"));
    try (Running ours = new Running(one, 100);
        Running theirs = new Running(other, 100)) {
      Laptop laptop = ours.laptop("Acme Dental", "LT-0042 Dr. Okafor");
      laptop.full(Samples.content("LT-0042 Dr. Okafor", "unsafe", 1, "clock:fail:low")).send();
      for (String secret : SECRETS) {
        note(
            ours, Map.of("check", "clock", "words", "Restart it; seen at '" + secret + "' twice."));
        note(
            ours,
            Map.of("check", "clock", "words", "Restart it, said " + quoted(secret) + " twice."));
      }
      note(ours, Map.of("device", laptop.device, "words", "about one laptop: stays"));
      note(ours, Map.of("check", "clock", "words", "Okafors laptop, then the other one."));
      String bundle = ours.page("/v1/share").body();
      assertTrue(bundle.contains("laptop, then the other one."), bundle);
      for (String secret : SECRETS) {
        assertFalse(
            bundle.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)),
            secret + " in " + bundle);
      }
      assertFalse(bundle.contains(laptop.device) || bundle.contains("stays"), bundle);
      assertTrue(bundle.contains("Restart it"), bundle);
      assertTrue(bundle.contains(" twice."), bundle);
      String from = thumbprint(bundle);
      assertEquals(200, send(theirs, "/v1/share?from=" + from, bundle).statusCode());
      int taken = theirs.json("/v1/remarks").path("remarks").size();
      assertTrue(taken > 0);
      assertEquals(200, send(theirs, "/v1/share?from=" + from, bundle).statusCode());
      assertEquals(taken, theirs.json("/v1/remarks").path("remarks").size());
      JsonNode given =
          Samples.parse(Samples.parse(theirs.page("/v1/share").body()).path("payload").asText());
      assertEquals(0, given.path("advice").size(), "what came from elsewhere is not given on");
    }
  }

  @Test
  void a_bundle_is_refused_that_is_not_what_was_signed_or_not_from_whom_it_is_expected(
      @TempDir Path folder) throws IOException {
    try (Running ours = new Running(folder, 100)) {
      note(ours, Map.of("check", "clock", "words", "Restart it."));
      String bundle = ours.page("/v1/share").body();
      String from = thumbprint(bundle);
      refused("/key", send(ours, "/v1/share", bundle));
      refused("/key", send(ours, "/v1/share?from=somebody", bundle));
      refused(
          "/signature", send(ours, "/v1/share?from=" + from, bundle.replace("Restart", "Delete")));
      ObjectNode unsigned = (ObjectNode) Samples.parse(bundle);
      unsigned.put("signature", "AAAA");
      refused("/signature", send(ours, "/v1/share?from=" + from, unsigned.toString()));
      refused("JSON", send(ours, "/v1/share?from=" + from, bundle.substring(0, 40)));
      refused("bytes", send(ours, "/v1/share?from=" + from, " ".repeat(300_000)));
    }
  }

  /** Names stand without quotes where central knows them or where they look like an address. */
  private static String quoted(String secret) {
    return secret.startsWith("Hotel") ? "“" + secret + "”" : secret;
  }

  private static String thumbprint(String bundle) {
    JsonNode key = Samples.parse(bundle).path("key");
    return new DeviceKey(key.path("x").asText(), key.path("y").asText()).thumbprint();
  }

  private static void refused(String where, HttpResponse<String> answer) {
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(where), answer.body());
  }

  private static void note(Running running, Map<String, String> members) {
    var json = new LinkedHashMap<>(members);
    json.put("kind", "note");
    assertEquals(201, send(running, "/v1/remarks", Samples.json(json)).statusCode());
  }

  private static HttpResponse<String> send(Running running, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.central.url() + path))
            .header("Authorization", "Bearer " + Running.KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
