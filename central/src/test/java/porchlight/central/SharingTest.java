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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Subject;
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

  @Test
  void who_is_gone_and_who_never_wrote_a_note_is_not_named_either(@TempDir Path folder)
      throws IOException {
    try (Running ours = new Running(folder, 100)) {
      Laptop gone = ours.laptop("Acme Dental", "ANNAS-XPS");
      gone.full(Samples.content("ANNAS-XPS", "safe", 90, "clock:pass:low")).send();
      String organisation = ours.device(gone).path("organisation").asText();
      gone.goodbye("uninstalled").send();
      note(ours, Map.of("check", "clock", "words", "as on ANNAS-XPS, cleo said, at AcmeDental"));
      Crew crew = new Crew(ours, organisation);
      String bundle = crew.get("theo", "/v1/share").body();
      assertTrue(bundle.contains("as on […], […] said, at […]"), bundle);
    }
  }

  @Test
  void however_much_is_acknowledged_a_note_is_given(@TempDir Path folder) throws IOException {
    try (Running ours = new Running(folder, 100);
        Ledger ledger = ours.ledger()) {
      note(ours, Map.of("check", "clock", "words", "Restart it."));
      Subject subject =
          new Subject(
              Optional.empty(),
              Optional.empty(),
              Optional.of("firewall"),
              Optional.empty(),
              Optional.empty());
      List<Remark> many = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        many.add(
            new Remark(
                "r" + i,
                Remark.Kind.ACKNOWLEDGEMENT,
                subject,
                "known",
                "theo",
                ours.now.plusSeconds(1),
                Optional.of(ours.now.plusSeconds(9_999))));
      }
      Deed deed = new Deed(ours.now, "theo", "", Act.CHANGED, "the notes", "");
      ledger.notebook(Viewer.operator()).add(many, deed);
      String bundle = ours.page("/v1/share").body();
      assertTrue(bundle.contains("Restart it."), bundle);
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
