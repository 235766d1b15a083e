package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Company;
import porchlight.central.settings.Front;
import porchlight.central.settings.Secret;
import porchlight.central.settings.Settings;

/** Signing in by a real, certified OpenID provider: node-oidc-provider on loopback. */
class OpenIdIT {
  private static final Path PROVIDER = Path.of("src/test/oidc");
  private static final String BACK = "http://127.0.0.1:1/signin/company/back";
  private static final String SECRET = "the-secret-of-this-test";
  private Process provider;
  private Running running;
  private String issuer = "";

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isDirectory(PROVIDER.resolve("node_modules")),
        "no provider: npm ci in central/src/test/oidc installs it");
    int port = free();
    issuer = "http://127.0.0.1:" + port;
    provider =
        new ProcessBuilder("node", "provider.mjs", Integer.toString(port), BACK)
            .directory(PROVIDER.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = provider.inputReader();
    assertEquals("listening", out.readLine());
    running = new Running(folder, 100, settings(SECRET));
    running.now = Instant.now();
    running.laptop("Acme Dental", "LT-1");
    running.laptop("Quince Legal", "LT-2");
  }

  private Settings settings(String secret) {
    return Settings.DEFAULTS.withFront(
        Front.DEFAULTS.withCompany(
            new Company(
                "Example Inc",
                URI.create(issuer),
                "porchlight",
                new Secret(secret),
                URI.create(BACK),
                "groups",
                Map.of("it-admins", "admin", "it", "tech", "acme", "client:Acme Dental"))));
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (provider != null) {
      provider.destroyForcibly().waitFor();
    }
    if (running != null) {
      running.close();
    }
  }

  /** Goes there, signs in on the provider's own pages, and returns the query brought back. */
  private String goThere(Visitor browser, String name) throws Exception {
    HttpClient there =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    String at = location(browser.get("/signin/company?next=%2Fdevices%2Fx"));
    for (int i = 0; i < 12; i++) {
      URI uri = URI.create(at);
      if (at.startsWith(BACK)) {
        return uri.getRawQuery();
      }
      HttpResponse<String> page =
          there.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      if (page.statusCode() == 200) {
        String form =
            page.body().contains("value=\"login\"")
                ? "prompt=login&login=" + name + "&password=x"
                : "prompt=consent";
        page =
            there.send(
                HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
      }
      at = uri.resolve(location(page)).toString();
    }
    throw new IllegalStateException("never came back from " + at);
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + answer.body()));
  }

  private HttpResponse<String> signIn(Visitor browser, String name) throws Exception {
    return browser.get("/signin/company/back?" + goThere(browser, name));
  }

  @Test
  void a_group_makes_an_admin_a_tech_or_a_client_of_one_organisation() throws Exception {
    Visitor ada = new Visitor(running);
    HttpResponse<String> in = signIn(ada, "ada.staff.it-admins");
    assertEquals(303, in.statusCode(), in.body());
    assertEquals("/devices/x", location(in));
    String people = ada.get("/people").body();
    assertTrue(people.contains("ada@example.com") && people.contains("by their company"), people);
    Visitor theo = new Visitor(running);
    signIn(theo, "theo.it");
    assertEquals(403, theo.get("/people").statusCode());
    assertTrue(theo.get("/organisations").body().contains("Quince Legal"));
    Visitor cleo = new Visitor(running);
    signIn(cleo, "cleo.acme");
    String home = cleo.get("/organisations").body();
    assertTrue(home.contains("Acme Dental") && !home.contains("Quince Legal"), home);
    assertEquals(401, running.page("/").statusCode(), "the dashboard key opens nothing any more");
  }

  @Test
  void the_first_to_come_in_is_an_admin_and_the_link_to_the_first_stays_good() throws Exception {
    Visitor cleo = new Visitor(running);
    assertEquals(403, signIn(cleo, "cleo.acme").statusCode());
    assertTrue(running.central.setUpLink().isPresent());
    assertEquals(200, running.page("/").statusCode(), "nobody has an account yet");
    assertEquals(303, signIn(new Visitor(running), "ada.it-admins").statusCode());
    assertEquals(303, signIn(cleo, "cleo.acme").statusCode());
  }

  @Test
  void who_is_of_no_group_any_more_is_out_in_every_browser() throws Exception {
    signIn(new Visitor(running), "ada.it-admins");
    Visitor theo = new Visitor(running);
    signIn(theo, "theo.it");
    assertEquals(200, theo.get("/").statusCode());
    HttpRequest gone = HttpRequest.newBuilder(URI.create(issuer + "/gone?name=theo.it")).build();
    assertEquals(200, Crew.send(gone).statusCode());
    assertEquals(403, signIn(new Visitor(running), "theo.it").statusCode());
    assertEquals(401, theo.get("/").statusCode());
  }

  @Test
  void who_is_of_no_group_that_opens_anything_stays_out() throws Exception {
    Visitor eve = new Visitor(running);
    assertEquals(403, signIn(eve, "eve.sales").statusCode());
    assertEquals(401, eve.get("/").statusCode());
  }

  @Test
  void a_state_is_good_once_and_for_the_browser_that_it_was_given_to() throws Exception {
    Visitor ada = new Visitor(running);
    Visitor eve = new Visitor(running);
    String query = goThere(ada, "ada.it-admins");
    assertEquals(403, eve.get("/signin/company/back?" + query).statusCode(), "another browser");
    assertEquals(403, ada.get("/signin/company/back?" + query).statusCode(), "used up by that");
    String again = goThere(ada, "ada.it-admins");
    assertEquals(
        403,
        ada.get("/signin/company/back?" + again.replaceAll("iss=[^&]*", "iss=x")).statusCode());
    String third = goThere(ada, "ada.it-admins");
    assertEquals(303, ada.get("/signin/company/back?" + third).statusCode());
    assertEquals(403, ada.get("/signin/company/back?" + third).statusCode(), "once");
    for (String wrong : List.of("", "?", "?code=a", "?state=a", "?error=access_denied&state=a")) {
      assertEquals(403, ada.get("/signin/company/back" + wrong).statusCode(), wrong);
    }
  }

  @Test
  void whoever_is_shut_out_here_stays_out_whatever_their_company_says() throws Exception {
    Visitor ada = new Visitor(running);
    signIn(ada, "ada.it-admins");
    Visitor cleo = new Visitor(running);
    signIn(cleo, "cleo.acme");
    String page = ada.get("/people").body();
    String person = page.replaceAll("(?s).*href=\"(/people/[^\"]+)\"><bdi>cleo@.*", "$1");
    ada.get(person);
    assertEquals(303, ada.submit(person + "/disable").statusCode());
    assertEquals(401, cleo.get("/").statusCode(), "at once");
    assertEquals(403, signIn(cleo, "cleo.acme").statusCode());
  }

  @Test
  void a_wrong_secret_or_a_provider_that_is_away_lets_nobody_in(@TempDir Path folder)
      throws Exception {
    try (Running other = new Running(folder, 100, settings("another secret"))) {
      Running before = running;
      running = other;
      Visitor ada = new Visitor(other);
      assertEquals(403, signIn(ada, "ada.it-admins").statusCode());
      running = before;
    }
    provider.destroyForcibly().waitFor();
    Visitor ada = new Visitor(running);
    assertEquals(503, ada.get("/signin/company").statusCode());
    assertFalse(ada.get("/signin").body().contains(SECRET));
  }
}
