package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Person;
import porchlight.central.settings.Front;
import porchlight.central.settings.Settings;
import porchlight.central.web.Route;

/** Roles that do not go without one-time codes. */
class CodesDemandedTest {
  private Running running;
  private Crew crew;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Front front = Front.DEFAULTS.withCodesFor(Set.of("admin", "tech"));
    running = new Running(folder, 100, Settings.DEFAULTS.withFront(front));
    Laptop laptop = running.laptop("Acme Dental", "LT-1");
    crew = new Crew(running, running.device(laptop).path("organisation").asText());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void who_owes_them_comes_no_further_than_to_putting_them_on() {
    for (Route route : running.central.routes()) {
      if (route instanceof Route.Known known && !known.path().startsWith("/account")) {
        String path = known.path().replaceAll("[{][a-z]+[}]", "x");
        HttpResponse<String> answer = crew.ask("ada", known.method().name(), path, Map.of());
        int expected = path.startsWith("/v1/") ? 403 : 303;
        assertEquals(expected, answer.statusCode(), known.method() + " " + path);
        if (expected == 303) {
          assertEquals("/account/codes", answer.headers().firstValue("location").orElse(""), path);
        }
      }
    }
    assertTrue(crew.get("theo", "/account/codes").body().contains("does not go without them"));
    assertEquals(200, crew.get("theo", "/account").statusCode());
  }

  @Test
  void other_roles_and_programs_go_on() {
    assertEquals(200, crew.get("cleo", "/").statusCode());
    assertEquals(200, crew.get("reader", "/v1/devices").statusCode());
  }

  @Test
  void with_them_on_everything_is_open_and_they_stay_on() throws IOException {
    try (Ledger ledger = running.ledger()) {
      for (Person person : ledger.register().people()) {
        Deed deed = new Deed(running.now, "this test", "", Act.CODES_ON, person.name(), "");
        ledger.register().codes(person.id(), Optional.of("sealed"), List.of(), deed);
      }
    }
    assertEquals(200, crew.get("theo", "/").statusCode());
    HttpResponse<String> off = crew.ask("theo", "POST", "/account/codes/off", Map.of());
    assertEquals(422, off.statusCode());
    assertTrue(off.body().contains("does not go without them"), off.body());
    assertTrue(!crew.get("theo", "/account").body().contains("/account/codes/off"));
    assertTrue(crew.get("cleo", "/account").body().contains("/account/codes/off"));
  }
}
