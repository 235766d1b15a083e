package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Laptops that fall silent, leave, and return, through the real intake, by a clock that we turn.
 */
class PresenceTest extends OneCentral {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private Path ledger;

  @BeforeEach
  void books() {
    ledger = folder.resolve("ledger.sqlite");
  }

  private Laptop laptop(String name) throws IOException {
    Laptop laptop = running.laptop("Acme Dental", name);
    laptop.full(CONTENT).send();
    return laptop;
  }

  private void pass(Duration time) {
    for (long seconds = 0; seconds < time.toSeconds(); seconds += 55) {
      running.now = running.now.plusSeconds(55);
      running.central.beat();
    }
  }

  private String presence(Laptop laptop) throws SQLException {
    String judged = running.device(laptop).path("presence").asText();
    assertEquals(
        1,
        Tables.count(
            ledger,
            "select count(*) from device where id = '%s' and presence = '%s'"
                .formatted(laptop.device, judged)),
        "what is kept is what is judged: " + judged);
    return judged;
  }

  private long told(String kind) throws SQLException {
    return Tables.count(ledger, "select count(*) from event where kind = '" + kind + "'");
  }

  @Test
  void a_silence_is_told_once_and_so_is_the_return() throws Exception {
    Laptop laptop = laptop("LT-1");
    assertEquals("online", presence(laptop));
    pass(Duration.ofMinutes(30));
    assertEquals("late", presence(laptop));
    pass(Duration.ofMinutes(60));
    assertEquals("silent", presence(laptop));
    pass(Duration.ofMinutes(20));
    assertEquals(1, told("device-silent"));
    JsonNode device = running.device(laptop);
    assertEquals("safe", device.path("answer").asText(), "it keeps its answer");
    assertEquals(
        0, running.json("/v1/organisations").path("organisations").get(0).path("safe").intValue());

    laptop.unchanged(CONTENT).send();
    assertEquals("returned", presence(laptop));
    assertEquals(1, told("device-returned"));
    laptop.unchanged(CONTENT).send();
    running.central.beat();
    assertEquals("returned", presence(laptop));
    assertEquals(1, told("device-returned"));
  }

  @Test
  void late_is_nothing_to_tell() throws Exception {
    Laptop laptop = laptop("LT-1");
    pass(Duration.ofMinutes(40));
    laptop.unchanged(CONTENT).send();
    assertEquals("online", presence(laptop));
    running.central.beat();
    assertEquals(0, told("device-silent") + told("device-returned"));
  }

  @Test
  void an_office_is_told_of_as_one() throws Exception {
    List<Laptop> office = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      office.add(laptop("LT-" + i));
    }
    pass(Duration.ofMinutes(90));
    assertEquals(1, told("organisation-silent"));
    assertEquals(0, told("device-silent"));
    for (Laptop laptop : office.subList(1, 6)) {
      laptop.unchanged(CONTENT).send();
    }
    running.central.beat();
    assertEquals(1, told("organisation-returned"));
    assertEquals(0, told("device-returned"), "nobody was told that they were silent");
    assertEquals(1, told("device-silent"), "the one that stayed away");
  }

  @Test
  void who_says_goodbye_is_parked_until_it_speaks_again() throws Exception {
    Laptop laptop = laptop("LT-1");
    laptop.goodbye("shutdown").send();
    assertEquals("parked", presence(laptop));
    pass(Duration.ofHours(3));
    assertEquals("parked", presence(laptop));
    assertEquals(0, told("device-silent"));
    laptop.unchanged(CONTENT).send();
    assertEquals("online", presence(laptop));
  }

  @Test
  void who_is_gone_is_not_missed_and_who_never_spoke_is_not_silent() throws Exception {
    Laptop gone = laptop("LT-1");
    Laptop mute = running.laptop("Acme Dental", "LT-2");
    gone.goodbye("uninstalled").send();
    pass(Duration.ofHours(3));
    assertEquals("retired", presence(gone));
    assertEquals("never-reported", presence(mute));
    assertEquals(0, told("device-silent"));
  }

  @Test
  void who_was_shut_out_falls_silent_and_nobody_is_told() throws Exception {
    Laptop laptop = laptop("LT-1");
    assertEquals(0, running.exit("device", "revoke", "--device", laptop.device));
    pass(Duration.ofHours(2));
    assertEquals("silent", presence(laptop), "it counts as safe no more");
    assertEquals(0, told("device-silent"));
  }

  @Test
  void nobody_fell_silent_while_central_was_away_or_its_clock_was_set() throws Exception {
    Laptop laptop = laptop("LT-1");
    running.restartAfter(Duration.ofDays(3));
    running.central.beat();
    assertEquals("online", presence(laptop));
    running.setClock(Duration.ofDays(40));
    running.central.beat();
    assertEquals("online", presence(laptop));
    running.setClock(Duration.ofDays(-80));
    running.central.beat();
    assertEquals("online", presence(laptop));
    assertEquals(0, told("device-silent"));
    pass(Duration.ofHours(2));
    assertEquals("silent", presence(laptop), "time goes on");
    assertEquals(1, told("device-silent"));
  }
}
