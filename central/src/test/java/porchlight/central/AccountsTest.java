package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How people come in, and how they are put out. */
class AccountsTest extends OneCentral {
  private static final String PASSWORD = "four words of hers";
  private Visitor ada;

  @BeforeEach
  void visitor() {
    ada = new Visitor(running);
  }

  private String setUp() {
    String link = path(running.central.setUpLink());
    ada.get(link);
    HttpResponse<String> done =
        ada.submit(link, "name", "Ada", "password", PASSWORD, "again", PASSWORD);
    assertEquals(303, done.statusCode(), done.body());
    return link;
  }

  private String path(Optional<String> link) {
    return link.orElseThrow().substring(running.central.url().length());
  }

  @Test
  void the_first_link_makes_the_first_admin_once_and_ends_the_dashboard_key() {
    assertEquals(200, running.page("/").statusCode());
    String link = setUp();
    assertEquals(404, ada.get(link).statusCode(), "it is used up");
    assertEquals(Optional.empty(), running.central.setUpLink());
    assertEquals(401, running.page("/").statusCode(), "the key opens nothing any more");
    assertEquals(401, running.get("/?key=" + Running.KEY).statusCode());
    assertEquals(401, running.page("/v1/devices").statusCode());
    assertEquals(303, ada.signIn("ada", PASSWORD, "").statusCode());
    assertEquals(200, ada.get("/people").statusCode());
  }

  @Test
  void a_link_runs_out_and_a_newer_one_replaces_it() {
    String older = path(running.central.setUpLink());
    String newer = path(running.central.setUpLink());
    assertEquals(404, ada.get(older).statusCode());
    assertEquals(200, ada.get(newer).statusCode());
    running.now = running.now.plus(Duration.ofHours(25));
    assertEquals(404, ada.get(newer).statusCode());
    assertEquals(404, ada.get("/join/").statusCode());
    assertEquals(404, ada.get("/join/" + "x".repeat(5_000)).statusCode());
  }

  @Test
  void a_weak_password_is_refused_and_the_link_stays_good() {
    String link = path(running.central.setUpLink());
    ada.get(link);
    HttpResponse<String> weak =
        ada.submit(link, "name", "ada", "password", "short", "again", "short");
    assertEquals(422, weak.statusCode());
    assertTrue(weak.body().contains("at least 12 characters"), weak.body());
    HttpResponse<String> other =
        ada.submit(link, "name", "ada", "password", PASSWORD, "again", PASSWORD + "x");
    assertEquals(422, other.statusCode());
    assertEquals(
        422, ada.submit(link, "name", "a b", "password", PASSWORD, "again", PASSWORD).statusCode());
    assertEquals(200, ada.get(link).statusCode());
  }

  @Test
  void a_wrong_password_a_wrong_name_and_a_wrong_code_are_answered_alike() {
    setUp();
    String wrong = body(ada.signIn("ada", "not that one at all", ""), "ada");
    assertEquals(wrong, body(ada.signIn("nobody", "not that one at all", ""), "nobody"));
    assertEquals(wrong, body(ada.signIn("nobody", PASSWORD, "123456"), "nobody"));
    assertTrue(wrong.contains("Name, password or code is not right."), wrong);
  }

  private static String body(HttpResponse<String> answer, String name) {
    assertEquals(401, answer.statusCode());
    return answer.body().replaceAll("value=\"" + name + "\"", "").replaceAll("as of.*", "");
  }

  @Test
  void who_guesses_has_to_wait_and_so_does_whoever_guesses_names() {
    setUp();
    for (String name : new String[] {"ada", "nobody"}) {
      for (int i = 0; i < 5; i++) {
        assertEquals(401, ada.signIn(name, "a wrong password " + i, "").statusCode());
      }
      HttpResponse<String> later = ada.signIn(name, PASSWORD, "");
      assertEquals(429, later.statusCode(), "even by the right password");
      assertEquals("30", later.headers().firstValue("retry-after").orElse(""));
      running.now = running.now.plus(Duration.ofMinutes(3));
    }
    assertEquals(303, ada.signIn("ada", PASSWORD, "").statusCode());
  }

  @Test
  void one_address_may_try_only_so_often_whatever_the_name() {
    setUp();
    int last = 0;
    for (int i = 0; i < 30; i++) {
      last = ada.signIn("somebody" + i, "a wrong password", "").statusCode();
    }
    assertEquals(429, last);
    running.now = running.now.plus(Duration.ofMinutes(5));
    assertEquals(303, ada.signIn("ada", PASSWORD, "").statusCode());
  }

  @Test
  void a_session_is_for_the_browser_alone_and_is_another_after_each_sign_in() {
    setUp();
    HttpResponse<String> in = ada.signIn("ada", PASSWORD, "");
    String cookie = in.headers().allValues("set-cookie").getFirst();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    String before = ada.cookies.get("porchlight-session");
    ada.signIn("ada", PASSWORD, "");
    String after = ada.cookies.get("porchlight-session");
    assertNotEquals(before, after);
    String old = "porchlight-session=" + before;
    assertEquals(401, running.get("/", "Cookie", old).statusCode(), "the one before has ended");
    assertEquals(200, ada.get("/").statusCode());
    assertEquals(303, ada.submit("/signout").statusCode());
    assertEquals(401, running.get("/", "Cookie", "porchlight-session=" + after).statusCode());
  }

  @Test
  void a_session_ends_unused_and_at_the_longest() {
    setUp();
    ada.signIn("ada", PASSWORD, "");
    running.now = running.now.plus(Duration.ofMinutes(61));
    assertEquals(401, ada.get("/").statusCode());
    ada.signIn("ada", PASSWORD, "");
    for (int i = 0; i < 23; i++) {
      running.now = running.now.plus(Duration.ofMinutes(31));
      assertEquals(200, ada.get("/").statusCode(), "in use, after " + i);
    }
    running.now = running.now.plus(Duration.ofMinutes(31));
    assertEquals(401, ada.get("/").statusCode(), "twelve hours are the longest");
  }

  @Test
  void a_page_that_asks_by_itself_does_not_keep_a_session_alive() {
    setUp();
    ada.signIn("ada", PASSWORD, "");
    String cookie = "porchlight-session=" + ada.cookies.get("porchlight-session");
    for (int i = 0; i < 6; i++) {
      running.now = running.now.plus(Duration.ofMinutes(9));
      assertEquals(200, running.get("/", "Cookie", cookie, "HX-Request", "true").statusCode());
    }
    running.now = running.now.plus(Duration.ofMinutes(9));
    assertEquals(401, running.get("/", "Cookie", cookie, "HX-Request", "true").statusCode());
  }

  @Test
  void after_signing_in_one_is_where_one_wanted_to_be_and_never_elsewhere() {
    setUp();
    for (String[] next :
        new String[][] {
          {"/devices/x?y=1", "/devices/x?y=1"},
          {"//evil.example", "/"},
          {"/\\evil.example", "/"},
          {"https://evil.example", "/"},
          {"/x\r\nSet-Cookie: a=b", "/"}
        }) {
      ada.get("/signin");
      HttpResponse<String> in =
          ada.submit("/signin", "name", "ada", "password", PASSWORD, "next", next[0]);
      assertEquals(303, in.statusCode());
      assertEquals(next[1], in.headers().firstValue("location").orElse(""));
    }
  }

  @Test
  void a_form_from_elsewhere_signs_nobody_in() {
    setUp();
    HttpResponse<String> shown = ada.get("/signin");
    String csrf = Crew.csrf(shown.body());
    String cookie = "porchlight-form=" + ada.cookies.get("porchlight-form");
    var form = Map.of("name", "ada", "password", PASSWORD, "csrf", csrf);
    assertEquals(303, running.post("/signin", form, "Cookie", cookie).statusCode());
    for (String[] from :
        new String[][] {
          {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
        }) {
      assertEquals(
          403,
          running.post("/signin", form, "Cookie", cookie, from[0], from[1]).statusCode(),
          from[1]);
    }
    assertEquals(403, running.post("/signin", form).statusCode(), "without the cookie");
    assertFalse(running.post("/signin", form).body().contains(csrf));
  }

  @Test
  void what_is_done_on_the_command_line_is_in_the_log_too() {
    setUp();
    running.command("token", "add", "--organisation", "Acme Dental");
    running.command("token", "list");
    assertEquals(1, running.exit("device", "approve", "--device", "none"));
    ada.signIn("ada", PASSWORD, "");
    String log = ada.get("/audit.csv").body();
    assertTrue(
        log.contains(
            "\"the command line\",\"changed\",\"Acme Dental\",\"token add --organisation Acme Dental\""),
        log);
    assertFalse(log.contains("token list") || log.contains("approve"), log);
  }
}
