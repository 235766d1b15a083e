package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.central.web.Route;

/** Every route in the table, asked by every role, about what is theirs and what is not. */
class EveryRouteTest extends OneCentral {
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
              .replace("{link}", "absent")
              .replace("{person}", "absent")
              .replace("{token}", "absent")
              .replace("{remark}", "absent")
              .replace("{verification}", "absent")
              .replace("{hook}", "desk")
              .replace("{asset}", "porchlight.css");
      assertFalse(filled.contains("{"), "tell this test what stands for " + path);
      return filled;
    }
  }

  private Crew crew;
  private Ids ours = ABSENT;
  private Ids theirs = ABSENT;

  @BeforeEach
  void clients() throws IOException {
    ours = client("Ours Ltd", "LT-1", "firewall");
    theirs = client("Quince Legal", "Quince-LT-2", "quince-check");
    crew = new Crew(running, ours.organisation());
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

  @Test
  void nobody_gets_past_a_route_that_is_not_open() {
    for (Route route : running.central.routes()) {
      HttpResponse<String> answer = ask(route, theirs, "", NOBODY);
      int status = answer.statusCode();
      switch (route) {
        case Route.Open open -> assertEquals(2, status / 100, open.path());
        case Route.Signed signed -> assertEquals(4, status / 100, signed.path());
        case Route.Known known -> assertEquals(401, status, known.path());
        case Route.Threshold threshold ->
            assertTrue(
                (isGet(route) ? Set.of(200, 404) : Set.of(403)).contains(status), threshold.path());
      }
      // The form to sign in leads back to what was asked for; that alone is no news.
      String said = lower(answer).replace(theirs.in(route.path()).toLowerCase(Locale.ROOT), "");
      assertFalse(said.contains(MARK), route.path());
    }
  }

  @Test
  void a_role_passes_where_the_table_lets_it_and_nowhere_else() {
    for (Route.Known route : known()) {
      crew.members()
          .forEach((who, member) -> {
            HttpResponse<String> answer = ask(route, ours, "", who);
            int status = answer.statusCode();
            String what = who + " at " + route.method() + " " + route.path() + ": " + answer.body();
            if (!member.viewer().may(route.roles(), route.scope())) {
              assertEquals(403, status, what);
            } else if (isGet(route) && !isAboutNobody(route)) {
              assertEquals(2, status / 100, what);
            } else {
              assertTrue(
                  Set.of(200, 303, 400, 404, 415, 422).contains(status), status + " " + what);
            }
          });
    }
  }

  @Test
  void nothing_of_another_client_shows_anywhere() {
    for (Route.Known route : known()) {
      for (String who : List.of("cleo", "their-reader")) {
        for (String query : questions()) {
          HttpResponse<String> answer = ask(route, theirs, query, who);
          String what = who + " at " + route.method() + " " + route.path() + query;
          assertUnseen(what, answer);
          assertUnseen(what + " on ours", ask(route, ours, query, who));
          if (route.path().contains("{organisation}") || route.path().contains("{device}")) {
            assertTrue(List.of(403, 404).contains(answer.statusCode()), what);
            assertEquals(
                ask(route, ABSENT, query, who).body(),
                answer.body(),
                what + " says whether it is there");
          }
        }
      }
    }
  }

  /** Without this the test above would pass over pages that show nothing to anybody. */
  @Test
  void a_tech_does_see_what_the_client_does_not() {
    List<String> shown = new ArrayList<>();
    for (Route.Known route : known()) {
      if (lower(ask(route, theirs, "", "theo")).contains(MARK)) {
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
                "/v1/devices/{device}",
                "/devices/{device}/difference",
                "/v1/devices/{device}/difference")),
        shown.toString());
  }

  @Test
  void a_form_that_is_not_ours_changes_nothing() {
    for (Route route : running.central.routes()) {
      boolean guarded = route instanceof Route.Known || route instanceof Route.Threshold;
      if (guarded && route.method().name().equals("POST")) { // the only one that a form sends
        String cookie = "porchlight-session=a-secret-of-ada";
        int status =
            running
                .post(ours.in(route.path()), Map.of("name", "eve"), "Cookie", cookie)
                .statusCode();
        assertEquals(403, status, route.path());
      }
    }
  }

  private void assertUnseen(String what, HttpResponse<String> answer) {
    for (String secret : List.of(MARK, theirs.device(), theirs.organisation())) {
      assertFalse(lower(answer).contains(secret), what + " shows " + secret + answer.body());
    }
    assertTrue(answer.statusCode() < 500, what);
  }

  private static String lower(HttpResponse<String> answer) {
    return (answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT);
  }

  /** Ways to ask for more by the query. */
  private List<String> questions() {
    return List.of(
        "",
        "?organisation=" + theirs.organisation(),
        "?device=" + theirs.device() + "&check=" + theirs.check(),
        "?from=last&other=" + theirs.device(),
        "?q=quinc",
        "?key=wrong");
  }

  private static boolean isGet(Route route) {
    return route.method().name().equals("GET");
  }

  /** Whether a path names somebody, or something, that is not there in this test. */
  private static boolean isAboutNobody(Route route) {
    // Advice is about a check, which is asked for in the query.
    return route.path().endsWith("/advice")
        || route.path().contains("{person}")
        || route.path().contains("{token}")
        || route.path().contains("{verification}");
  }

  private List<Route.Known> known() {
    List<Route.Known> known = new ArrayList<>();
    for (Route route : running.central.routes()) {
      if (route instanceof Route.Known one) {
        known.add(one);
      }
    }
    assertFalse(known.isEmpty());
    return known;
  }

  private HttpResponse<String> ask(Route route, Ids ids, String query, String who) {
    return crew.ask(who, route.method().name(), ids.in(route.path()) + query, Map.of());
  }
}
