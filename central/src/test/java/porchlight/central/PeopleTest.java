package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an admin does about people and programs, and what people do about themselves. */
class PeopleTest {
  private static final String PASSWORD = "four words of hers";
  private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([^<]+)</code>");
  private static final Pattern SEED = Pattern.compile("<code id=\"seed\">([A-Z2-7 ]+)</code>");
  private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");

  /** Everything that must stand nowhere but with whoever it is for. */
  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD));

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private Running running;
  private Visitor ada;
  private String acme = "";

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    logged.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(logged);
    running = new Running(folder, 100);
    running.laptop("Quince Legal", "LT-2");
    Laptop laptop = running.laptop("Acme Dental", "LT-1");
    acme = running.device(laptop).path("organisation").asText();
    ada = new Visitor(running);
    String link = running.central.setUpLink().orElseThrow();
    join(ada, link, "ada");
    ada.signIn("ada", PASSWORD, "");
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
    running.close();
  }

  private void join(Visitor browser, String link, String name) {
    String path = link.substring(running.central.url().length());
    browser.get(path);
    HttpResponse<String> done =
        browser.submit(path, "name", name, "password", PASSWORD, "again", PASSWORD);
    assertEquals(303, done.statusCode(), done.body());
    secrets.add(path.substring("/join/".length()));
  }

  private Visitor invited(String name, String role, String organisation) {
    ada.get("/people");
    HttpResponse<String> shown =
        ada.submit("/people", "name", name, "role", role, "organisation", organisation);
    assertEquals(200, shown.statusCode(), shown.body());
    Visitor browser = new Visitor(running);
    join(browser, found(SECRET, shown), name);
    assertEquals(303, browser.signIn(name, PASSWORD, "").statusCode());
    return browser;
  }

  private static String found(Pattern pattern, HttpResponse<String> shown) {
    Matcher matcher = pattern.matcher(shown.body());
    assertTrue(matcher.find(), shown.body());
    return matcher.group(1);
  }

  /** The address of somebody's page. */
  private String person(String name) {
    return found(
        Pattern.compile("href=\"(/people/[^\"]+)\"><bdi>" + name + "<"), ada.get("/people"));
  }

  @Test
  void a_client_who_was_invited_sees_their_organisation_alone() {
    Visitor cleo = invited("cleo", "client", acme);
    String home = cleo.get("/organisations").body();
    assertTrue(home.contains("Acme Dental") && !home.contains("Quince Legal"), home);
    assertFalse(home.contains("/people"), "the menu has only what is for them");
    for (String path : List.of("/people", "/tokens", "/audit", "/audit.csv")) {
      assertEquals(403, cleo.get(path).statusCode(), path);
    }
    ada.get("/people");
    assertEquals(422, ada.submit("/people", "name", "x1", "role", "client").statusCode());
    assertEquals(422, ada.submit("/people", "name", "x1", "role", "owner").statusCode());
    assertEquals(422, ada.submit("/people", "name", "cleo", "role", "tech").statusCode());
  }

  @Test
  void whoever_is_shut_out_is_out_at_once_and_a_changed_role_holds_at_once() {
    Visitor theo = invited("theo", "tech", "");
    assertEquals(200, theo.get("/").statusCode());
    String page = person("theo");
    ada.get(page);
    assertEquals(
        303, ada.submit(page + "/role", "role", "client", "organisation", acme).statusCode());
    assertEquals(401, theo.get("/").statusCode());
    theo.signIn("theo", PASSWORD, "");
    assertFalse(theo.get("/organisations").body().contains("Quince Legal"));
    assertEquals(303, ada.submit(page + "/disable").statusCode());
    assertEquals(401, theo.get("/").statusCode());
    assertEquals(401, theo.signIn("theo", PASSWORD, "").statusCode());
    assertEquals(303, ada.submit(page + "/enable").statusCode());
    assertEquals(303, theo.signIn("theo", PASSWORD, "").statusCode());
  }

  @Test
  void the_last_admin_stays() {
    String page = person("ada");
    ada.get(page);
    assertEquals(422, ada.submit(page + "/disable").statusCode());
    assertEquals(422, ada.submit(page + "/role", "role", "tech").statusCode());
    assertEquals(200, ada.get("/people").statusCode());
  }

  @Test
  void one_time_codes_are_asked_for_are_good_once_and_recovery_codes_too() throws Exception {
    HttpResponse<String> offer = ada.get("/account/codes");
    String seed = found(SEED, offer).replace(" ", "");
    secrets.add(seed);
    String sealed = found(SEALED, offer);
    assertEquals(
        422,
        ada.submit("/account/codes", "sealed", sealed, "code", "000000", "password", PASSWORD)
            .statusCode());
    assertEquals(
        422,
        ada.submit("/account/codes", "sealed", "x", "code", "1", "password", "p").statusCode());
    ada.get("/account/codes");
    HttpResponse<String> on =
        ada.submit(
            "/account/codes",
            "sealed",
            sealed,
            "code",
            Phone.code(seed, running.now),
            "password",
            PASSWORD);
    assertEquals(200, on.statusCode(), on.body());
    List<String> recovery = found(SECRET, on).lines().toList();
    assertEquals(10, recovery.size());
    secrets.addAll(recovery);
    Visitor again = new Visitor(running);
    assertEquals(401, again.signIn("ada", PASSWORD, "").statusCode());
    assertEquals(
        401,
        again.signIn("ada", PASSWORD, Phone.code(seed, running.now)).statusCode(),
        "used to put it on");
    running.now = running.now.plus(Duration.ofMinutes(1));
    String code = Phone.code(seed, running.now);
    assertEquals(303, again.signIn("ada", PASSWORD, code).statusCode());
    assertEquals(401, again.signIn("ada", PASSWORD, code).statusCode(), "replayed");
    running.now = running.now.plus(Duration.ofMinutes(1));
    assertEquals(303, again.signIn("ada", PASSWORD, recovery.getFirst()).statusCode());
    assertEquals(401, again.signIn("ada", PASSWORD, recovery.getFirst()).statusCode(), "once");
    running.command("user", "reset", "--name", "ada", "--codes", "off");
    running.now = running.now.plus(Duration.ofMinutes(1));
    assertEquals(303, again.signIn("ada", PASSWORD, "").statusCode());
    nothingSecretIsKept();
  }

  @Test
  void a_changed_password_ends_every_other_session() {
    Visitor other = new Visitor(running);
    other.signIn("ada", PASSWORD, "");
    ada.get("/account");
    String fresh = "another four words";
    secrets.add(fresh);
    assertEquals(
        422,
        ada.submit("/account/password", "old", "wrong one", "password", fresh, "again", fresh)
            .statusCode());
    assertEquals(
        200,
        ada.submit("/account/password", "old", PASSWORD, "password", fresh, "again", fresh)
            .statusCode());
    assertEquals(200, ada.get("/").statusCode());
    assertEquals(401, other.get("/").statusCode());
    assertEquals(401, other.signIn("ada", PASSWORD, "").statusCode());
    assertEquals(303, other.signIn("ada", fresh, "").statusCode());
  }

  @Test
  void a_token_opens_what_it_was_made_for_and_nothing_once_it_is_revoked() throws Exception {
    ada.get("/tokens");
    HttpResponse<String> shown =
        ada.submit("/tokens", "name", "psa", "scope", "read", "organisation", acme, "days", "2");
    String token = found(SECRET, shown);
    secrets.add(token);
    assertFalse(ada.get("/tokens").body().contains(token), "it is shown once");
    String[] bearer = {"Authorization", "Bearer " + token};
    String devices = running.get("/v1/devices", bearer).body();
    assertTrue(devices.contains(acme), devices);
    assertFalse(running.get("/v1/organisations", bearer).body().contains("Quince"));
    for (String path : List.of("/account", "/people", "/tokens", "/audit")) {
      assertEquals(403, running.get(path, bearer).statusCode(), path);
    }
    assertEquals(401, running.get("/v1/devices", "Authorization", bearer[1] + "x").statusCode());
    running.now = running.now.plus(Duration.ofDays(2));
    assertEquals(401, running.get("/v1/devices", bearer).statusCode(), "it has run out");
    running.now = running.now.minus(Duration.ofDays(2));
    assertEquals(200, running.get("/v1/devices", bearer).statusCode());
    HttpResponse<String> list = ada.get("/tokens");
    String revoke = found(Pattern.compile("action=\"(/tokens/[^\"]+/revoke)\""), list);
    assertEquals(303, ada.submit(revoke).statusCode());
    assertEquals(401, running.get("/v1/devices", bearer).statusCode());
    nothingSecretIsKept();
  }

  @Test
  void the_log_tells_who_did_what_and_shows_where_it_was_changed() throws Exception {
    invited("theo", "tech", "");
    String page = ada.get("/audit").body();
    for (String did : List.of("set up", "signed in", "invited", "joined")) {
      assertTrue(page.contains("<td data-label=\"Did\">" + did), did);
    }
    assertTrue(page.contains("Nothing was changed or taken away"), page);
    String csv = ada.get("/audit.csv").body();
    assertTrue(csv.startsWith("\"number\",\"at\",\"who\",\"did\""), csv);
    assertTrue(csv.contains("\"ada\",\"invited\",\"theo\",\"tech\",\"127.0.0.1\""), csv);
    pastCentral("update audit set who = 'eve' where number = 2");
    assertTrue(ada.get("/audit").body().contains("From number 2 on"));
    pastCentral("update audit set who = 'ada' where number = 2");
    assertTrue(ada.get("/audit").body().contains("Nothing was changed or taken away"));
    pastCentral("delete from audit where number = (select max(number) from audit)");
    assertTrue(ada.get("/audit").body().contains("this is not what was written"));
  }

  private void pastCentral(String sql) throws SQLException {
    try (Connection connection = Books.open(running.folder);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Passwords, links, seeds, tokens: neither in the files of central nor in what it lists. */
  private void nothingSecretIsKept() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(running.folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String secret : secrets) {
        assertFalse(bytes.contains(secret), file + " holds " + secret);
      }
    }
    String csv = ada.get("/audit.csv").body();
    String log = logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList().toString();
    secrets.forEach(secret -> assertFalse(csv.contains(secret) || log.contains(secret)));
  }
}
