package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Company;
import porchlight.central.settings.Front;
import porchlight.central.settings.Secret;
import porchlight.central.settings.Settings;

/** Strangers at the door of a company's sign-in; who is let in is the affair of OpenIdIT. */
class CompanySignInTest {
  private static final String BACK = "/signin/company/back";

  @Test
  void who_comes_back_from_nowhere_writes_nothing_and_is_slowed_down(@TempDir Path folder)
      throws Exception {
    try (Running running = new Running(folder, 100, settings())) {
      int refused = 0;
      for (int i = 0; i < 60; i++) {
        int status =
            running.get(BACK + (i % 2 == 0 ? "" : "?state=s" + i + "&code=c")).statusCode();
        assertTrue(status == 403 || status == 429, "answered " + status);
        refused += status == 403 ? 1 : 0;
      }
      assertEquals(40, refused, "twice as many at once as in a minute");
      assertEquals(429, running.get("/signin/company").statusCode());
      assertEquals(
          0,
          Tables.count(
              folder.resolve("ledger.sqlite"),
              "select count(*) from audit where act = 'sign-in-refused'"));
      running.now = running.now.plus(Duration.ofMinutes(1));
      assertEquals(403, running.get(BACK).statusCode());
    }
  }

  /** Nobody is at home there. */
  private static Settings settings() {
    return Settings.DEFAULTS.withFront(
        Front.DEFAULTS.withCompany(
            new Company(
                "Example Inc",
                URI.create("http://127.0.0.1:1"),
                "porchlight",
                new Secret("the-secret-of-this-test"),
                URI.create("http://127.0.0.1:1" + BACK),
                "groups",
                Map.of("it", "tech"))));
  }
}
