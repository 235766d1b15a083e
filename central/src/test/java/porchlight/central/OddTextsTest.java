package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts that stores keep and compare in ways of their own are the same in all of them. */
class OddTextsTest extends OneCentral {

  private boolean finds(String words) {
    return running.page("/search?q=" + words).body().contains("1 laptop like that");
  }

  @Test
  void what_one_store_refuses_is_refused_by_neither() throws IOException {
    running.laptop("Acme\u0000Dental", "LT\u0000-1").full(content("LT\u0000-1")).send();
    assertTrue(finds("LT%00"));
    for (String subject : List.of("check", "place", "seen")) {
      String remark =
          Samples.json(Map.of("kind", "note", subject, "a\u0000b", "words", "x\u0000y"));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(running.central.url() + "/v1/remarks"))
              .header("Authorization", "Bearer " + Running.KEY)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(remark));
      int status = Crew.send(request.build()).statusCode();
      assertTrue(status == 201 || status == 400, subject + ": " + status);
    }
    assertEquals(200, running.page("/v1/remarks?device=%00").statusCode());
  }

  @Test
  void a_search_knows_no_case_in_any_script() throws Exception {
    Laptop laptop = running.laptop("Acme Dental", "n");
    laptop.full(content("ÄNNES-Ноутбук")).send();
    for (String words : List.of("%C3%A4nne", "%C3%84NNE", "%D0%BD%D0%BE%D1%83%D1%82", "debian")) {
      assertTrue(finds(words), words);
    }
    laptop.full(content(Normalizer.normalize("Änne", Normalizer.Form.NFD))).send();
    assertTrue(finds("%C3%A4nne"), "however it is composed");
  }

  @Test
  void what_an_older_central_wrote_down_is_found_after_the_next_start() throws Exception {
    Laptop laptop = running.laptop("Acme Dental", "Änne");
    Tables.execute(
        folder.resolve("ledger.sqlite"), "update device set name_folded = null, os_folded = null");
    running.restartAfter(Duration.ofSeconds(5));
    assertTrue(finds("%C3%A4nne"));
    assertTrue(finds(laptop.device.substring(0, 8)));
  }

  @Test
  void who_has_no_name_comes_last() throws Exception {
    Laptop nameless = running.laptop("Acme Dental", "a");
    Laptop named = running.laptop("Acme Dental", "b");
    nameless.full(content("a")).send();
    named.full(content("b")).send();
    forgetName(nameless);
    String page = running.page("/search?q=debian").body();
    assertTrue(page.indexOf(named.device) < page.indexOf(nameless.device), page);
  }

  private void forgetName(Laptop laptop) throws SQLException {
    Tables.execute(
        folder.resolve("ledger.sqlite"),
        "update device set name = null where id = '" + laptop.device + "'");
  }

  private static String content(String name) {
    return Samples.content(name, "safe", 90, "firewall:pass:high");
  }
}
