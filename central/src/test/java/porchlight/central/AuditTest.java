package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;

/** What is taken away, and what is changed, is in the audit log. */
class AuditTest extends OneLaptop {
  private Crew crew;
  private String acme = "";

  @BeforeEach
  void crew() throws IOException {
    laptop.full(Samples.content("LT-1", "unsafe", 20, "clock:fail:low")).send();
    acme = running.device(laptop).path("organisation").asText();
    crew = new Crew(running, acme);
  }

  private List<String> entries(String about) {
    return crew.get("ada", "/audit.csv")
        .body()
        .lines()
        .filter(line -> line.contains(about))
        .toList();
  }

  @Test
  void whatever_is_taken_out_in_bulk_is_noted_with_who_and_of_whom() {
    List<String> paths =
        List.of(
            "/v1/exports/devices.csv",
            "/v1/exports/findings.json",
            "/v1/exports/events.csv",
            "/v1/exports/ocsf.ndjson",
            "/v1/organisations/" + acme + "/proof.pdf",
            "/v1/share");
    for (String path : paths) {
      assertEquals(200, crew.get("theo", path).statusCode(), path);
      assertTrue(entries(path).getFirst().contains("\"theo\",\"exported\""), path);
    }
    crew.get("their-reader", "/v1/exports/devices.json?organisation=" + acme);
    String entry = entries("devices.json").getFirst();
    assertTrue(
        entry.contains("token their-reader") && entry.contains("of organisation " + acme), entry);
    crew.get("cleo", "/v1/share");
    assertEquals(1, entries("/v1/share").size(), "who may not is told so, and takes nothing");
  }

  @Test
  void the_same_again_is_noted_once_an_hour() {
    for (int i = 0; i < 5; i++) {
      crew.get("theo", "/v1/exports/devices.csv");
      running.now = running.now.plus(Duration.ofMinutes(11));
    }
    assertEquals(1, entries("devices.csv").size());
    running.now = running.now.plus(Duration.ofMinutes(11));
    crew.get("theo", "/v1/exports/devices.csv");
    assertEquals(2, entries("devices.csv").size());
  }

  @Test
  void a_spreadsheet_runs_nothing_of_what_somebody_is_called() throws IOException {
    try (Ledger ledger = running.ledger()) {
      for (String name : List.of(" =1+1", "|calc", "%x", "＝1")) {
        ledger.register().note(new Deed(running.now, name, "", Act.CHANGED, "cell", ""));
        assertTrue(entries("\"cell\"").getFirst().contains("\"'" + name + "\""), name);
      }
    }
  }

  @Test
  void a_remark_is_noted_when_it_is_written_and_when_it_is_ended() {
    Map<String, String> note = Map.of("kind", "note", "check", "clock", "words", "Restart it.");
    assertEquals(303, crew.ask("theo", "POST", "/notes", note).statusCode());
    List<String> written = entries("note about check clock");
    assertTrue(written.getFirst().contains("\"theo\",\"changed\",\"remark "), written.toString());
    String id = written.getFirst().replaceAll(".*\"remark ([^\"]+)\".*", "$1");
    HttpResponse<String> ended = crew.ask("ada", "POST", "/notes/" + id + "/end", Map.of());
    assertEquals(303, ended.statusCode());
    assertTrue(entries("\"ended\"").getFirst().contains("\"ada\",\"changed\",\"remark " + id));
    assertEquals(404, crew.ask("ada", "POST", "/notes/" + id + "/end", Map.of()).statusCode());
    assertEquals(1, entries("\"ended\"").size(), "what changed nothing is not noted");
  }
}
