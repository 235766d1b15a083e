package porchlight.central.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A fleet that falls silent, by a clock that the test turns and the watch looks at by the minute.
 */
class WatchTest {
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration CADENCE = Duration.ofMinutes(15);
  private final Map<String, Watched> devices = new TreeMap<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final List<Outage> outages = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = START;

  private void heard(String... names) {
    for (String name : names) {
      put(name, new Voice(Optional.of(now), CADENCE, false, false, Optional.empty()), 0);
    }
  }

  private void put(String name, Voice voice, int told) {
    devices.put(name, new Watched(name, name.substring(0, 1), voice, Presence.ONLINE, told));
  }

  /** Minutes pass, in which some report at every fifteenth and the others do not. */
  private void pass(Duration time, String... lively) {
    for (long minute = 1; minute <= time.toMinutes(); minute++) {
      now = now.plusSeconds(60);
      if (minute % 15 == 0) {
        heard(lively);
      }
      look();
    }
  }

  private void look() {
    Watch.Seen seen =
        Watch.look(List.copyOf(devices.values()), Map.copyOf(open), new Deadlines(outages), now);
    for (Watch.Move move : seen.moves()) {
      Watched before = device(move.device());
      devices.put(
          move.device(),
          new Watched(
              before.device(), before.organisation(), before.voice(), move.to(), move.told()));
    }
    for (News news : seen.news()) {
      told.add(tell(news));
    }
  }

  private String tell(News news) {
    return switch (news) {
      case News.DeviceSilent(var device, var organisation, var step, var quiet) -> {
        assertTrue(quiet.compareTo(Duration.ofHours(1)) >= 0, organisation);
        yield device + " " + step.word();
      }
      case News.OrganisationSilent(var organisation, var step, int silent, int of) -> {
        open.put(organisation, step.number());
        yield organisation + " " + step.word() + " " + silent + "/" + of;
      }
      case News.OrganisationReturned(var organisation) -> {
        open.remove(organisation);
        yield organisation + " is back";
      }
    };
  }

  private static String[] office(int size) {
    return IntStream.range(0, size).mapToObj(i -> "a" + i).toArray(String[]::new);
  }

  private Watched device(String name) {
    return Objects.requireNonNull(devices.get(name), name);
  }

  @Test
  void one_that_falls_silent_is_told_of_three_times_and_no_more() {
    heard("a1", "a2", "a3");
    pass(Duration.ofDays(9), "a2", "a3");
    assertEquals(List.of("a1 1h", "a1 24h", "a1 7d"), told);
    assertEquals(Presence.SILENT, device("a1").known());
  }

  @Test
  void an_office_that_falls_silent_is_one_piece_of_news() {
    heard(office(40));
    heard("b1");
    pass(Duration.ofHours(30), "b1");
    assertEquals(List.of("a 1h 40/40", "a 24h 40/40"), told);
    heard(office(40));
    pass(Duration.ofMinutes(30), office(40));
    assertEquals("a is back", told.getLast());
    assertEquals(3, told.size());
  }

  @Test
  void who_stays_away_when_the_office_is_back_is_told_of_alone() {
    heard(office(10));
    pass(Duration.ofHours(3));
    String[] nine = IntStream.range(1, 10).mapToObj(i -> "a" + i).toArray(String[]::new);
    heard(nine);
    pass(Duration.ofMinutes(16), nine);
    assertEquals(List.of("a 1h 10/10", "a is back", "a0 1h"), told);
  }

  @Test
  void an_office_whose_laptops_are_all_retired_has_not_come_back() {
    heard(office(6));
    pass(Duration.ofHours(2));
    for (String name : office(6)) {
      put(name, new Voice(Optional.of(START), CADENCE, false, true, Optional.empty()), 0);
    }
    pass(Duration.ofHours(1));
    assertEquals(List.of("a 1h 6/6"), told);
  }

  @Test
  void a_few_of_many_are_told_of_one_by_one() {
    heard(office(40));
    String[] most = IntStream.range(3, 40).mapToObj(i -> "a" + i).toArray(String[]::new);
    pass(Duration.ofHours(2), most);
    assertEquals(List.of("a0 1h", "a1 1h", "a2 1h"), told);
  }

  @Test
  void those_silent_for_long_do_not_make_the_next_one_many() {
    heard("a0", "a1", "a2", "a3", "a4", "a5", "a6");
    pass(Duration.ofHours(2), "a3", "a4", "a5", "a6");
    assertEquals(3, told.size());
    pass(Duration.ofHours(2), "a4", "a5", "a6");
    assertEquals("a3 1h", told.getLast());
  }

  @Test
  void while_central_was_away_nobody_fell_silent() {
    heard(office(8));
    pass(Duration.ofMinutes(10), office(8));
    Instant gone = now;
    now = now.plus(Duration.ofDays(2));
    outages.add(new Outage(gone, now));
    look();
    pass(Duration.ofMinutes(14));
    heard(office(8));
    pass(Duration.ofHours(1), office(8));
    assertEquals(List.of(), told);
  }

  @Test
  void who_said_goodbye_is_parked_for_two_weeks_and_then_missed() {
    put("a1", new Voice(Optional.of(now), CADENCE, true, false, Optional.empty()), 0);
    pass(Duration.ofDays(13));
    assertEquals(Presence.PARKED, device("a1").known());
    assertEquals(List.of(), told);
    pass(Duration.ofDays(2));
    assertEquals(Presence.SILENT, device("a1").known());
    assertEquals(List.of("a1 7d"), told);
  }

  @Test
  void who_came_back_is_said_to_have_for_a_day_and_who_is_gone_is_not_missed() {
    put("a1", new Voice(Optional.of(now), CADENCE, false, false, Optional.of(now)), 0);
    put("a2", new Voice(Optional.of(now), CADENCE, false, true, Optional.empty()), 0);
    look();
    assertEquals(Presence.RETURNED, device("a1").known());
    Watched back = device("a1");
    for (int i = 0; i < 97; i++) {
      pass(Duration.ofMinutes(14));
      put("a1", new Voice(Optional.of(now), CADENCE, false, false, back.voice().returned()), 0);
    }
    look();
    pass(Duration.ofMinutes(80), "a1");
    assertEquals(Presence.ONLINE, device("a1").known());
    assertEquals(Presence.RETIRED, device("a2").known());
    assertEquals(List.of(), told);
  }
}
