package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What techs say about what is seen, and where else they are shown it. */
class RemarksTest extends OneCentral {
  private static final String ROGUE = "dns-integrity:fail:high";
  private Laptop acme;
  private Laptop bright;

  @BeforeEach
  void reported() throws IOException {
    acme = running.laptop("Acme Dental", "LT-1");
    bright = running.laptop("Bright & Sons", "LT-2");
    acme.full(Samples.content("LT-1", "unsafe", 20, ROGUE, "clock:fail:low")).send();
    bright.full(Samples.content("LT-2", "unsafe", 21, ROGUE)).send();
  }

  @Test
  void the_same_thing_at_two_clients_is_one_card() {
    JsonNode shared = running.json("/v1/shared").path("shared");
    assertEquals(1, shared.size(), shared.toString());
    assertEquals(2, shared.at("/0/devices").asInt());
    assertEquals(2, shared.at("/0/organisations").asInt());
    assertEquals("dns-integrity", shared.at("/0/check").asText());
    bright.full(Samples.content("LT-2", "safe", 99, "dns-integrity:pass:high")).send();
    assertEquals(0, running.json("/v1/shared").path("shared").size());
  }

  @Test
  void a_note_on_something_seen_is_offered_wherever_it_is_seen() {
    String seen = running.json("/v1/shared").at("/shared/0/seen").asText();
    assertEquals(201, add("note", "seen", seen, "words", "The hotel's box.").statusCode());
    assertEquals(List.of("The hotel's box."), words(acme));
    assertEquals(List.of("The hotel's box."), words(bright));
    bright.full(Samples.content("LT-2", "safe", 99, "dns-integrity:pass:high")).send();
    assertEquals(List.of(), words(bright));
  }

  @Test
  void a_note_on_a_check_is_offered_where_it_fails_and_one_on_a_device_there_alone() {
    add("note", "check", "clock", "words", "Set it by hand.");
    add("note", "device", bright.device, "words", "Ask for Nadia.");
    assertEquals(List.of("Set it by hand."), words(acme));
    assertEquals(List.of("Ask for Nadia."), words(bright));
  }

  @Test
  void an_acknowledgement_changes_no_answer_and_ends() {
    String before = running.page("/v1/devices/" + acme.device).body();
    HttpResponse<String> made =
        add(
            "acknowledgement",
            "device",
            acme.device,
            "check",
            "clock",
            "words",
            "Known.",
            "days",
            7);
    assertEquals(201, made.statusCode(), made.body());
    assertEquals(before, running.page("/v1/devices/" + acme.device).body());
    assertEquals(List.of("Known."), words(acme));
    running.now = running.now.plus(Duration.ofDays(7));
    assertEquals(List.of(), words(acme));
  }

  @Test
  void what_is_ended_is_gone() {
    String id =
        Samples.parse(add("note", "check", "clock", "words", "x").body()).path("id").asText();
    assertEquals(204, send("DELETE", "/v1/remarks/" + id, "").statusCode());
    assertEquals(404, send("DELETE", "/v1/remarks/" + id, "").statusCode());
    assertEquals(List.of(), words(acme));
  }

  @Test
  void a_wrong_remark_is_refused_and_says_where() {
    refused("/kind", add("praise", "check", "clock", "words", "x"));
    refused("/words", add("note", "check", "clock", "words", " "));
    refused("/days", add("acknowledgement", "device", acme.device, "check", "clock", "words", "x"));
    refused("/days", add("note", "check", "clock", "words", "x", "days", 0));
    refused(
        "a check of a device", add("acknowledgement", "check", "clock", "words", "x", "days", 1));
    refused("/colour", add("note", "check", "clock", "words", "x", "colour", "red"));
    refused("a device, check, place or seen", add("note", "words", "x"));
    assertEquals(404, add("note", "device", "none", "words", "x").statusCode());
    assertEquals(404, add("note", "organisation", "none", "check", "c", "words", "x").statusCode());
    String ours = running.device(acme).path("organisation").asText();
    assertEquals(
        404, add("note", "organisation", ours, "device", bright.device, "words", "x").statusCode());
  }

  @Test
  void a_client_stands_beside_nameless_others_once_they_are_five() throws IOException {
    String ours = running.device(acme).path("organisation").asText();
    String path = "/v1/organisations/" + ours + "/peers";
    assertEquals(0, running.json(path).path("safePercent").asInt());
    for (int client = 0; client < 5; client++) {
      assertTrue(running.json(path).path("others").isMissingNode(), "they are " + client);
      for (int i = 0; i < 4; i++) {
        Laptop laptop = running.laptop("Client " + client, "PC");
        laptop
            .full(Samples.content("PC", i < client ? "safe" : "unsafe", 50, "clock:pass:low"))
            .send();
      }
    }
    JsonNode others = running.json(path).path("others");
    assertEquals(
        Map.of("organisations", 5, "lower", 25, "middle", 50, "upper", 75),
        Map.of(
            "organisations", others.path("organisations").asInt(),
            "lower", others.path("lower").asInt(),
            "middle", others.path("middle").asInt(),
            "upper", others.path("upper").asInt()));
    assertFalse(running.page(path).body().contains("Client"));
    assertEquals(
        "{\"lower\":30,\"middle\":50,\"upper\":80}",
        as("cleo", ours, path).path("others").toString(),
        "how many they are and what is so of one is not theirs to know");
  }

  /** What somebody is answered; from now on there are people, and the key opens nothing. */
  private JsonNode as(String name, String organisation, String path) throws IOException {
    Crew.Member member =
        Objects.requireNonNull(new Crew(running, organisation).members().get(name));
    return Samples.parse(running.get(path, member.header(), member.value()).body());
  }

  private static void refused(String where, HttpResponse<String> answer) {
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(where), answer.body());
  }

  private List<String> words(Laptop laptop) {
    List<String> words = new ArrayList<>();
    running
        .json("/v1/remarks?device=" + laptop.device)
        .path("remarks")
        .forEach(remark -> words.add(remark.path("words").asText()));
    return words;
  }

  private HttpResponse<String> add(String kind, Object... members) {
    Map<String, Object> json = new LinkedHashMap<>(Map.of("kind", kind));
    for (int i = 0; i < members.length; i += 2) {
      json.put(members[i].toString(), members[i + 1]);
    }
    return send("POST", "/v1/remarks", Samples.json(json));
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.central.url() + path))
            .header("Authorization", "Bearer " + Running.KEY)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
