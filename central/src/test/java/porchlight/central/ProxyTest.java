package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Front;
import porchlight.central.settings.Settings;

/** What a front end says about a caller is believed of those that are declared alone. */
class ProxyTest {
  private static Settings settings(Set<String> proxies) {
    return Settings.DEFAULTS.withFront(Front.DEFAULTS.withProxies(proxies));
  }

  private static String cookie(Running running) {
    return running
        .get("/signin", "X-Forwarded-Proto", "https")
        .headers()
        .firstValue("set-cookie")
        .orElse("");
  }

  /** The last answer after so many tries, each said to be from another address. */
  private static int tries(Running running) {
    int last = 0;
    for (int i = 0; i < 25; i++) {
      Visitor visitor = new Visitor(running);
      last =
          running
              .post(
                  "/signin",
                  Map.of("csrf", Crew.csrf(visitor.page.body()), "name", "name" + i),
                  "Cookie",
                  "porchlight-form=" + visitor.cookies.get("porchlight-form"),
                  "X-Forwarded-For",
                  "10.9.8." + i)
              .statusCode();
    }
    return last;
  }

  @Test
  void of_a_declared_front_end_it_is_believed(@TempDir Path folder) throws IOException {
    try (Running running = new Running(folder, 100, settings(Set.of("127.0.0.1")))) {
      assertTrue(cookie(running).contains("__Host-") && cookie(running).contains("Secure"));
      assertEquals(401, tries(running), "each is an address of its own");
    }
  }

  @Test
  void of_anybody_else_it_is_not(@TempDir Path folder) throws IOException {
    try (Running running = new Running(folder, 100, settings(Set.of("10.0.0.5")))) {
      assertFalse(cookie(running).contains("Secure"), cookie(running));
      assertEquals(429, tries(running), "all are one address");
    }
  }
}
