package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is old is forgotten; what a page says "since" of is not. */
class RetentionTest extends OneLaptop {
  private static final String BEFORE = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private static final String CONTENT = unsafe(9);

  @BeforeEach
  void reported() {
    laptop.full(BEFORE).send();
    laptop.full(CONTENT).send();
    for (int i = 0; i < 5; i++) {
      laptop.unchanged(CONTENT).send();
    }
  }

  private static String unsafe(int score) {
    return Samples.content("LT", "unsafe", score, "firewall:fail:high");
  }

  private long stored() throws SQLException {
    return GoodAmongBadTest.stored(folder);
  }

  private long headlines() throws SQLException {
    return number("select count(*) from headline");
  }

  private long number(String sql) throws SQLException {
    return Tables.count(folder.resolve("ledger.sqlite"), sql);
  }

  private void later(int days) throws IOException {
    running.restartAfter(Duration.ofDays(days));
    laptop.base = running.central.url();
    running.central.beat();
  }

  @Test
  void of_what_is_old_the_newest_and_its_content_stay() throws Exception {
    later(89);
    assertEquals(7, stored());
    later(2);
    assertEquals(2, stored());
    assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
    running.central.beat();
    assertEquals(2, stored(), "the content that it repeats, and the newest");
    assertEquals("unsafe", running.device(laptop).path("answer").asText());
    assertEquals(0, running.device(laptop).path("missing").intValue());
    assertFalse(running.device(laptop).path("report").isMissingNode());
    assertEquals(2, running.device(laptop).path("history").size(), "every change stays");
    assertEquals(200, running.page("/devices/" + laptop.device).statusCode());
  }

  @Test
  void an_organisation_may_be_kept_shorter() throws Exception {
    assertEquals(0, running.exit("keep", "--organisation", "Acme Dental", "--days", "10"));
    assertEquals(1, running.exit("keep", "--organisation", "Nobody", "--days", "10"));
    assertEquals(64, running.exit("keep", "--organisation", "Acme Dental", "--days", "0"));
    later(11);
    assertEquals(2, stored());
  }

  @Test
  void a_clock_that_was_set_makes_nothing_old() throws Exception {
    laptop.full(unsafe(8)).send();
    running.setClock(Duration.ofDays(400));
    running.central.beat();
    assertEquals(8, stored());
    assertEquals(3, headlines());
  }

  @Test
  void since_when_it_is_so_stays_however_long_ago_that_was() throws Exception {
    long began = number("select answer_since from device");
    later(100);
    assertEquals(2, headlines(), "the newest, and what it said before");
    laptop.full(unsafe(8)).send();
    assertEquals(began, number("select answer_since from device"));
    assertEquals(1, number("select count(*) from device where answer_before = 'safe'"));
    later(100);
    later(1);
    assertEquals(began, number("select answer_since from device"));
    laptop.full(BEFORE).send();
    assertEquals(running.now.toEpochMilli(), number("select answer_since from device"));
  }

  @Test
  void what_an_older_central_forgot_is_no_news_of_today() throws Exception {
    long came = number("select max(told_at) from headline");
    running.now = running.now.plus(Duration.ofDays(100));
    laptop.unchanged(CONTENT).send();
    Tables.execute(folder.resolve("ledger.sqlite"), "delete from headline");
    later(1);
    assertEquals(came, number("select told_at from headline"));
    assertEquals(came, number("select answer_since from device"));
  }

  @Test
  void what_was_said_in_between_moves_since_on_when_it_comes_late() throws Exception {
    laptop.sequence++;
    Laptop.Request late = laptop.full(BEFORE);
    running.now = running.now.plusSeconds(900);
    laptop.full(unsafe(7)).send();
    long began = number("select answer_since from device");
    late.created = running.now.getEpochSecond();
    assertEquals(202, late.send().statusCode());
    assertEquals(began + 900_000, number("select answer_since from device"));
  }

  @Test
  void events_go_too_but_never_the_newest() throws Exception {
    Path ledger = folder.resolve("ledger.sqlite");
    long newest = Tables.count(ledger, "select max(id) from event");
    later(91);
    assertEquals(
        1,
        Tables.count(
            ledger,
            "select count(*) from event where at < "
                + (running.now.toEpochMilli() - Duration.ofDays(1).toMillis())));
    assertEquals(true, Tables.count(ledger, "select max(id) from event") >= newest);
  }
}
