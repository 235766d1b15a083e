package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken away says what the pages say. */
class ExportsTest extends OneCentral {
  private static final Path OCSF = Path.of("../agent/src/test/ocsf/ocsf-1.8.0-subset.schema.json");
  private static final Map<Integer, String> CLASSES =
      Map.of(
          2003,
          "compliance_finding",
          2004,
          "detection_finding",
          5001,
          "inventory_info",
          5019,
          "device_config_state_change");
  private Fleet fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = new Fleet(running);
  }

  @Test
  void a_silent_device_is_silent_in_every_form() {
    for (JsonNode device : running.json("/v1/exports/devices.json").path("devices")) {
      if (device.path("device").asText().equals(fleet.silent.device)) {
        assertEquals("silent", device.path("stands").asText());
        assertEquals("safe", device.path("said_last").asText());
      }
    }
    for (JsonNode event : ocsf("")) {
      if (event.at("/device/uid").asText().equals(fleet.silent.device)
          && event.path("class_uid").asInt() == 2003) {
        assertEquals(2, event.at("/compliance/status_id").asInt(), event.toString());
        assertTrue(event.path("message").asText().startsWith("Not heard now"));
      }
    }
  }

  @Test
  void who_is_shut_out_counts_nowhere() {
    String id = fleet.unsafe.device;
    String counted = "porchlight_devices\\{organisation=\"Acme Dental\".*stands=\"unsafe\"} 1";
    assertTrue(metrics().anyMatch(line -> line.matches(counted)));
    assertTrue(running.page("/checks/wifi-encryption").body().contains("It fails on 1 laptop"));
    running.command("device", "revoke", "--device", id);
    assertFalse(metrics().anyMatch(line -> line.matches(counted)));
    assertFalse(running.page("/checks/wifi-encryption").body().contains("It fails on"));
    assertFalse(running.page("/v1/exports/devices.csv").body().contains(id));
    assertFalse(running.page("/v1/exports/findings.csv").body().contains(id));
    assertFalse(running.page("/v1/exports/ocsf.ndjson").body().contains(id));
    for (JsonNode one : running.json("/v1/organisations").path("organisations")) {
      if (one.path("name").asText().equals("Acme Dental")) {
        assertEquals("0 of 2", one.path("unsafe") + " of " + one.path("devices"));
      }
    }
    assertEquals("revoked", running.device(fleet.unsafe).path("standing").asText());
    String devices = running.page("/v1/devices").body();
    assertTrue(devices.contains(id), "it is listed with what became of it");
  }

  @Test
  void a_spreadsheet_runs_nothing_of_what_a_device_says() throws IOException {
    Laptop hostile = running.laptop("=cmd|'/C calc'!A0", "n");
    hostile.full(Samples.content("@SUM(1,1)\"; \n=2", "unsafe", 1, "clock:fail:low")).send();
    for (String name : List.of("devices", "findings", "events")) {
      HttpResponse<String> answer = running.page("/v1/exports/" + name + ".csv");
      assertEquals(200, answer.statusCode());
      for (String line : answer.body().split("\r\n", -1)) {
        for (String cell : line.split("\",\"", -1)) {
          String text = cell.replaceFirst("^\"", "");
          assertFalse(text.matches("(?s)\\s*[=+@|%-].*") && !text.equals("-"), name + ": " + cell);
        }
      }
    }
    assertTrue(running.page("/v1/exports/devices.csv").body().contains("\"'@SUM(1,1)\"\"; "));
  }

  @Test
  void csv_and_json_have_the_same_rows() {
    for (String name : List.of("devices", "findings", "events")) {
      long lines =
          running
              .page("/v1/exports/" + name + ".csv")
              .body()
              .lines()
              .filter(l -> !l.isEmpty())
              .count();
      int rows = running.json("/v1/exports/" + name + ".json").path(name).size();
      assertTrue(rows > 5, name + " has " + rows);
      assertEquals(lines - 1, rows, name);
    }
  }

  @Test
  void events_go_on_where_they_ended() {
    HttpResponse<String> first = running.page("/v1/exports/events.json");
    String next = first.headers().firstValue("Porchlight-Next").orElse("");
    assertEquals(0, running.json("/v1/exports/events.json?after=" + next).path("events").size());
    fleet.safe.full(Samples.content("LT-0009 Workshop", "unsafe", 10, "firewall:fail:high")).send();
    JsonNode news = running.json("/v1/exports/events.json?after=" + next).path("events");
    assertTrue(news.toString().contains("finding.opened"), news.toString());
  }

  @Test
  void ocsf_events_are_valid_and_of_every_class_that_something_is_told_by() throws IOException {
    fleet.unsafe.full(Fleet.safeContent("LT-0042 Dr. Okafor", 96)).send();
    running.central.look();
    fleet.silent.full(Fleet.safeContent("LT-0007 Reception", 78)).send();
    List<JsonNode> events = new ArrayList<>(ocsf(""));
    events.addAll(ocsf("?after=0"));
    JsonNode whole = Samples.parse(Files.readString(OCSF));
    Map<Integer, SchemaOf> schemas = new HashMap<>();
    CLASSES.forEach((uid, name) -> {
      ObjectNode schema = whole.path("$defs").path("class_" + name).deepCopy();
      schema.set("$defs", whole.path("$defs"));
      schemas.put(uid, SchemaOf.text(schema.toString()));
    });
    Map<Integer, Integer> seen = new HashMap<>();
    for (JsonNode event : events) {
      int uid = event.path("class_uid").asInt();
      seen.merge(uid, 1, Integer::sum);
      SchemaOf schema = schemas.get(uid);
      assertTrue(schema != null, event.toString());
      assertEquals(List.of(), schema.errors(event.toString()), event.toString());
    }
    assertEquals(CLASSES.keySet(), seen.keySet());
    ObjectNode broken = events.getFirst().deepCopy();
    broken.put("ssid", "x");
    SchemaOf held = Objects.requireNonNull(schemas.get(broken.path("class_uid").asInt()));
    assertFalse(held.errors(broken.toString()).isEmpty());
  }

  @Test
  void a_silence_opens_and_is_resolved_and_an_enrolment_is_told_once() {
    running.central.look();
    fleet.silent.full(Fleet.safeContent("LT-0007 Reception", 78)).send();
    List<String> told = new ArrayList<>();
    for (JsonNode event : ocsf("?after=0")) {
      if (event.at("/device/uid").asText().equals(fleet.silent.device)
          && Set.of(2004, 5001).contains(event.path("class_uid").asInt())) {
        told.add(event.path("type_uid").asText() + " " + event.path("message").asText());
      }
    }
    assertEquals(
        List.of(
            "500101 The device is enrolled.",
            "200402 Nothing was heard of it for 24h.",
            "200403 It is heard again."),
        told);
  }

  @Test
  void what_could_not_be_told_is_no_pass_in_ocsf() {
    for (JsonNode event : ocsf("")) {
      boolean pass = event.at("/compliance/status_id").asInt() == 1;
      assertFalse(
          pass
              && event.at("/device/uid").asText().equals(fleet.cannotSay.device)
              && !event.at("/compliance/control").asText().equals("os-support"),
          event.toString());
    }
  }

  private Stream<String> metrics() {
    return running.page("/metrics").body().lines();
  }

  private List<JsonNode> ocsf(String query) {
    return running
        .page("/v1/exports/ocsf.ndjson" + query)
        .body()
        .lines()
        .map(Samples::parse)
        .toList();
  }
}
