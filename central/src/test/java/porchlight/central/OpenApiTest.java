package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.central.web.Route;

/** The description of the API says what is there, and what is there answers as it says. */
class OpenApiTest extends OneCentral {
  private static final Path FILE = Path.of("../config/openapi.json");
  private Fleet fleet;
  private JsonNode document;

  @BeforeEach
  void fleet() throws IOException {
    fleet = new Fleet(running);
    document = Samples.parse(Files.readString(FILE));
  }

  @Test
  void each_route_for_programs_is_documented_and_each_documented_one_is_there() {
    var there = new TreeSet<String>();
    for (Route route : running.central.routes()) {
      if (route.path().startsWith("/v1/") || route.path().equals("/metrics")) {
        there.add(route.method().name() + " " + route.path());
      }
    }
    var documented = new TreeSet<String>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertEquals(there, documented);
    assertTrue(documented.size() > 15, documented.toString());
  }

  @Test
  void what_is_served_is_the_file() throws IOException {
    assertEquals(Files.readString(FILE), running.get("/v1/openapi.json").body());
  }

  @Test
  void each_answer_is_as_documented() {
    int checked = 0;
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      String pointer = "/responses/200/content/application~1json/schema";
      if (get.at(pointer).isMissingNode()) {
        continue;
      }
      for (Laptop laptop : List.of(fleet.unsafe, fleet.silent, fleet.hostile, fleet.waiting)) {
        HttpResponse<String> answer =
            running.page(
                path.getKey()
                    .replace("{device}", laptop.device)
                    .replace(
                        "{organisation}", running.device(laptop).path("organisation").asText()));
        if (path.getKey().endsWith("/difference") && laptop != fleet.unsafe) {
          assertEquals(404, answer.statusCode(), "it has not said two things yet");
          assertEquals(
              List.of(), schema(document.at("/components/schemas/Problem")).errors(answer.body()));
          continue;
        }
        assertEquals(200, answer.statusCode(), path.getKey());
        assertEquals(List.of(), schema(get.at(pointer)).errors(answer.body()), path.getKey());
        checked++;
      }
    }
    assertTrue(checked >= 20, "only " + checked);
  }

  @Test
  void an_answer_that_is_not_as_documented_is_noticed() {
    JsonNode schema = document.at("/components/schemas/Organisation");
    assertTrue(!schema(schema).errors("{\"id\": 1}").isEmpty());
  }

  @Test
  void a_refusal_is_as_documented() {
    SchemaOf problem = schema(document.at("/components/schemas/Problem"));
    assertEquals(List.of(), problem.errors(running.get("/v1/devices").body()));
    assertEquals(List.of(), problem.errors(running.page("/v1/devices/none").body()));
    assertEquals(List.of(), problem.errors(running.page("/v1/exports/events.csv?after=x").body()));
  }

  private SchemaOf schema(JsonNode node) {
    ObjectNode whole = node.deepCopy();
    whole.set("components", document.path("components"));
    return SchemaOf.text(whole.toString());
  }
}
