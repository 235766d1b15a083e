package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Wifi;
import porchlight.json.Totals;
import porchlight.json.tree.Json;
import porchlight.uplink.Canned;

class RecordsTalkTest extends TalkingLaptop {
  private double skew(int back) {
    var taken = central.taken();
    return taken
        .get(taken.size() - back)
        .json()
        .get("delivery")
        .flatMap(Json::asObject)
        .flatMap(delivery -> delivery.get("skewSeconds"))
        .map(value -> Double.parseDouble(((Json.Num) value).literal()))
        .orElseThrow();
  }

  /** What the newest full report but so many said of a check. */
  private String outcome(int requests, String check) {
    var full = new ArrayList<String>();
    central
        .taken()
        .forEach(request -> {
          if (request.text().contains("\"kind\":\"full\"")) {
            full.add(request.text());
          }
        });
    assertTrue(full.size() >= requests, full.size() + " full reports");
    String text = full.get(full.size() - 1);
    int at = text.indexOf("\"check\":\"" + check + "\"");
    return text.substring(at, text.indexOf("severity", at));
  }

  @Test
  void what_was_dropped_is_said_until_central_has_heard_it() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    laptop.cycle(central);
    for (int i = 0; i < 3; i++) {
      central.say(new Canned(500, "", Map.of()));
      pass(Duration.ofHours(1));
      laptop.security = i == 1 ? Wifi.Security.WPA3 : laptop.security;
      laptop.cycle(central);
    }
    pass(Duration.ofDays(8));
    central.say(new Canned(500, "", Map.of()));
    laptop.cycle(central);
    var lost = laptop.progress().tally().all();
    assertEquals(3, lost.dropped());
    assertEquals(new Totals(1, 1, 1, 0, 4), lost);
    pass(Duration.ofHours(1));
    laptop.cycle(central);
    String last = central.taken().get(central.taken().size() - 2).text();
    assertTrue(last.contains("\"dropped\":{\"unchanged\":1,\"full\":1,\"transition\":1}"), last);
    assertFalse(laptop.progress().tally().untold());
    pass(CADENCE);
    laptop.cycle(central);
    var quiet = central.taken().get(central.taken().size() - 1).json();
    assertEquals(Optional.empty(), quiet.get("delivery"));
  }

  @Test
  void what_the_agent_remembers_of_reporting_makes_no_report_another() throws IOException {
    var laptop = laptop();
    for (int i = 0; i < 6; i++) {
      laptop.cycle(central);
      pass(CADENCE);
    }
    var kinds = new ArrayList<String>();
    central.storedReports().forEach(report -> kinds.add(report.text("kind").orElseThrow()));
    assertEquals(
        List.of("full", "full", "unchanged", "unchanged", "unchanged", "unchanged"),
        kinds,
        "the second says that central hears this laptop");
  }

  @Test
  void a_clock_that_is_wrong_by_a_day_and_jumps_loses_nothing_and_moves_no_wait()
      throws IOException {
    clock.set(Duration.ofHours(26));
    var laptop = laptop();
    laptop.cycle(central);
    laptop.cycle(central);
    assertEquals(26 * 3600.0, skew(1), 2);
    assertTrue(outcome(2, "clock").contains("\"fail\""), outcome(2, "clock"));
    central.say(Canned.problem(429, "slow-down").with("Retry-After", "3000"));
    pass(CADENCE);
    laptop.cycle(central);
    int asked = central.taken().size();
    for (long days : List.of(400L, -800L, 30L)) {
      clock.set(Duration.ofDays(days));
      pass(Duration.ofMinutes(10));
      laptop.cycle(central);
      assertEquals(asked, central.taken().size(), "central asked to wait");
    }
    pass(Duration.ofMinutes(30));
    laptop.cycle(central);
    assertEquals(0, laptop.status().waiting());
    assertEquals(Totals.NONE.dropped(), laptop.progress().tally().all().dropped());
    assertEquals(upTo(7), central.numbers(device(laptop)));
  }

  @Test
  void hours_without_an_answer_become_a_finding_and_sleep_does_not() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    for (int i = 0; i < 40; i++) {
      central.say(new Canned(500, "", Map.of()));
      pass(i == 20 ? Duration.ofHours(60) : Duration.ofMinutes(30));
      laptop.cycle(central);
      boolean hours = i * 30 > 8 * 60 + 60;
      if (i == 16 || hours) {
        var unheard = laptop.progress().sending().unheard();
        assertEquals(hours, unheard.compareTo(Duration.ofHours(9)) >= 0, i + " " + unheard);
      }
    }
    pass(Duration.ofMinutes(30));
    laptop.cycle(central);
    assertTrue(
        central.taken().stream()
            .anyMatch(request -> request.text().contains("in 8 hours of trying")));
    assertEquals(Duration.ZERO, laptop.progress().sending().unheard());
  }
}
