package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.web.Masks;
import porchlight.central.web.Route;
import porchlight.central.web.WebServer;

/** Every route in the table, asked by every role, about what is theirs and what is not. */
class EveryRouteTest {
  private static final String NOBODY = "nobody";

  /** Stands in every text of the other client's, and nowhere else. */
  private static final String MARK = "quince";

  private static final Ids ABSENT = new Ids("absent", "absent", "absent", "absent");

  /** What stands for the parts of a path in braces. */
  private record Ids(String organisation, String device, String check, String place) {
    String in(String path) {
      String filled =
          path.replace("{organisation}", organisation)
              .replace("{device}", device)
              .replace("{check}", check)
              .replace("{place}", place)
              .replace("{remark}", "absent")
              .replace("{hook}", "desk")
              .replace("{asset}", "porchlight.css");
      assertFalse(filled.contains("{"), "tell this test what stands for " + path);
      return filled;
    }
  }

  private Running running;
  private Ledger ledger;
  private WebServer server;
  private String url = "";
  private Ids ours = ABSENT;
  private Ids theirs = ABSENT;
  private final Map<String, Viewer> viewers = new LinkedHashMap<>();

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    running = new Running(folder, 100);
    ours = client("Ours Ltd", "LT-1", "firewall");
    theirs = client("Quince Legal", "Quince-LT-2", "quince-check");
    ledger = Ledger.open(Books.of(folder), 100);
    viewers.put("admin", Viewer.of("ada", Role.ADMIN));
    viewers.put("tech", Viewer.of("theo", Role.TECH));
    viewers.put("client", Viewer.client("cleo", ours.organisation()));
    server = Masks.over(ledger, running.clock, viewers);
    url = "http://127.0.0.1:" + server.start("127.0.0.1", 0);
  }

  /** A client with a laptop that has failed a check and passed it again, and its ids. */
  private Ids client(String organisation, String name, String check) throws IOException {
    Laptop laptop = running.laptop(organisation, name);
    laptop.full(Samples.content(name, "unsafe", 40, check + ":fail:high")).send();
    laptop.full(Samples.content(name, "safe", 90, check + ":pass:high")).send();
    String place = (organisation.replaceAll("[^A-Za-z]", "") + "x".repeat(22)).substring(0, 22);
    laptop
        .full(
            Samples.content(name, "unsafe", 41, check + ":fail:high")
                .replaceFirst(
                    "[{]",
                    "{\"place\":{\"id\":\""
                        + place
                        + "\",\"kind\":\"office\",\"sure\":\"sure\",\"standing\":\"new\"},"))
        .send();
    JsonNode device = running.device(laptop);
    return new Ids(device.path("organisation").asText(), laptop.device, check, place);
  }

  @AfterEach
  void stop() {
    server.close();
    ledger.close();
    running.close();
  }

  @Test
  void nobody_gets_past_a_route_that_is_not_open() {
    for (Route route : server.routes()) {
      int status = ask(route, theirs, "", NOBODY).statusCode();
      switch (route) {
        case Route.Open open -> assertEquals(2, status / 100, open.path());
        case Route.Signed signed -> assertEquals(4, status / 100, signed.path());
        case Route.Known known -> assertEquals(401, status, known.path());
      }
    }
  }

  @Test
  void a_role_passes_where_the_table_lets_it_and_nowhere_else() {
    for (Route.Known route : known()) {
      viewers.forEach((mask, viewer) -> {
        HttpResponse<String> answer = ask(route, ours, "", mask);
        String what = mask + " at " + route.path() + ": " + answer.body();
        if (viewer.may(route.roles(), route.scope())) {
          assertTrue(isServed(route, answer.statusCode()), what);
        } else {
          assertEquals(403, answer.statusCode(), what);
        }
      });
    }
  }

  @Test
  void nothing_of_another_client_shows_anywhere() {
    for (Route.Known route : known()) {
      for (String query : questions()) {
        HttpResponse<String> answer = ask(route, theirs, query, "client");
        String what = route.method() + " " + route.path() + query;
        assertUnseen(what, answer);
        assertUnseen(what + " on ours", ask(route, ours, query, "client"));
        if (route.path().contains("{organisation}") || route.path().contains("{device}")) {
          assertTrue(List.of(403, 404).contains(answer.statusCode()), what);
          assertEquals(
              ask(route, ABSENT, query, "client").body().replaceAll("absent", ""),
              answer.body().replaceAll("absent", ""),
              what + " says whether it is there");
        }
      }
    }
  }

  /** Without this the test above would pass over pages that show nothing to anybody. */
  @Test
  void a_tech_does_see_what_the_client_does_not() {
    List<String> shown = new ArrayList<>();
    for (Route.Known route : known()) {
      if (ask(route, theirs, "", "tech").body().toLowerCase(Locale.ROOT).contains(MARK)) {
        shown.add(route.path());
      }
    }
    assertTrue(
        shown.containsAll(
            List.of(
                "/",
                "/organisations/{organisation}",
                "/devices/{device}",
                "/v1/organisations",
                "/v1/devices",
                "/v1/devices/{device}")),
        shown.toString());
  }

  /** What is to be changed is not said here, so that such a route finds fault with the request. */
  private static boolean isServed(Route route, int status) {
    return status / 100 == 2
        || (route.method() != HandlerType.GET && List.of(303, 400, 404, 415).contains(status));
  }

  private void assertUnseen(String what, HttpResponse<String> answer) {
    String all = (answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT);
    for (String secret : List.of(MARK, theirs.device(), theirs.organisation())) {
      assertFalse(all.contains(secret), what + " shows " + secret + ": " + answer.body());
    }
    assertTrue(answer.statusCode() < 500, what);
  }

  /** Ways to ask for more by the query. */
  private List<String> questions() {
    return List.of(
        "",
        "?organisation=" + theirs.organisation(),
        "?device=" + theirs.device() + "&check=" + theirs.check(),
        "?q=quinc",
        "?key=wrong");
  }

  private List<Route.Known> known() {
    List<Route.Known> known = new ArrayList<>();
    for (Route route : server.routes()) {
      if (route instanceof Route.Known one) {
        known.add(one);
      }
    }
    assertFalse(known.isEmpty());
    return known;
  }

  private HttpResponse<String> ask(Route route, Ids ids, String query, String mask) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + ids.in(route.path()) + query))
            .header("Mask", mask)
            .header("Sec-Fetch-Site", "same-origin")
            .method(route.method().name(), HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
