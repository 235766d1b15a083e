package porchlight.central.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.central.devices.Observation.Said;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Severity;

class ReducerTest {
  private static Point point(long sequence) {
    return new Point(sequence, Instant.EPOCH.plusSeconds(sequence * 100));
  }

  /**
   * A report with one check; P passes, F fails, U cannot tell, - does not list it, ? is unknown.
   */
  private static Observation seen(long sequence, char said) {
    Optional<Outcome> outcome =
        switch (said) {
          case 'P' -> Optional.of(Outcome.PASS);
          case 'F' -> Optional.of(Outcome.FAIL);
          case 'U' -> Optional.of(Outcome.UNKNOWN);
          default -> Optional.empty();
        };
    List<Finding> findings =
        outcome.stream()
            .map(is -> new Finding("c", is, Severity.HIGH, "", Optional.empty(), List.of()))
            .toList();
    Assessment assessment = new Assessment(Answer.CARE, OptionalInt.of(50), 1, 0);
    return new Observation(
        point(sequence),
        "digest of " + said,
        said == '?' ? Optional.empty() : Optional.of(new Said(assessment, findings)));
  }

  private static DeviceState told(List<Observation> order) {
    DeviceState state = DeviceState.EMPTY;
    for (Observation observation : order) {
      state = Reducer.reduce(state, observation).after();
    }
    return state;
  }

  private static List<Observation> stream(String text) {
    List<Observation> order = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.') {
        order.add(seen(i + 1, text.charAt(i)));
      }
    }
    return order;
  }

  private static String changes(DeviceState state) {
    StringBuilder text = new StringBuilder();
    for (Change change : state.timelines().getOrDefault("c", List.of())) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(change.before().sequence()).append(change.from().name().charAt(0));
      text.append('>').append(change.first().sequence()).append(change.to().name().charAt(0));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "P,       0A>1P,             1, 0",
    "PPP,     0A>1P,             3, 0",
    "PPFF,    0A>1P 2P>3F,       4, 0",
    "PFP,     0A>1P 1P>2F 2F>3P, 3, 0",
    "P..F,    0A>1P 1P>4F,       4, 2",
    "P-,      0A>1P 1P>2A,       2, 0",
    "-F,      1A>2F,             2, 0",
    "P??F,    0A>1P 1P>4F,       4, 0",
    "..U,     0A>3U,             3, 2"
  })
  void reports_in_order_make_changes(String text, String changes, long newest, long missing) {
    DeviceState state = told(stream(text));
    assertEquals(changes, changes(state));
    assertEquals(newest, state.newest().sequence());
    assertEquals(missing, state.missing());
  }

  @Test
  void a_late_report_moves_a_change_to_where_it_belongs() {
    DeviceState state = told(List.of(seen(1, 'P'), seen(9, 'F')));
    assertEquals("0A>1P 1P>9F", changes(state));
    state = Reducer.reduce(state, seen(5, 'F')).after();
    assertEquals("0A>1P 1P>5F", changes(state), "it began to fail earlier than we knew");
    state = Reducer.reduce(state, seen(3, 'P')).after();
    assertEquals("0A>1P 3P>5F", changes(state));
    state = Reducer.reduce(state, seen(7, 'P')).after();
    assertEquals("0A>1P 3P>5F 5F>7P 7P>9F", changes(state), "an interruption nobody knew of");
    assertEquals(9, state.newest().sequence());
  }

  @Test
  void a_spool_sent_newest_first_ends_where_one_sent_in_order_does() {
    String text = "PPPFFFPPPFFFFUUP";
    List<Observation> order = stream(text);
    List<Observation> newestFirst = new ArrayList<>(order);
    Collections.reverse(newestFirst);
    assertEquals(changes(told(order)), changes(told(newestFirst)));
    assertEquals(told(order).latest(), told(newestFirst).latest());
  }

  @Test
  void any_order_ends_with_the_same_newest_report_and_counts() {
    Random random = new Random(42);
    List<Observation> order = stream("PPF.UPPF-FFP.PFFUPFP");
    DeviceState straight = told(order);
    for (int i = 0; i < 500; i++) {
      List<Observation> shuffled = new ArrayList<>(order);
      Collections.shuffle(shuffled, random);
      DeviceState state = told(shuffled);
      assertEquals(straight.latest(), state.latest());
      assertEquals(straight.missing(), state.missing());
      List<Change> changes = state.timelines().getOrDefault("c", List.of());
      assertEquals(Outcome.PASS, Timeline.now(changes));
      for (int j = 1; j < changes.size(); j++) {
        assertEquals(changes.get(j - 1).to(), changes.get(j).from(), "the chain has no hole");
        assertTrue(changes.get(j).first().isAfter(changes.get(j - 1).first()));
      }
    }
  }

  @Test
  void only_new_changes_are_transitions() {
    Reducer.Reduced first = Reducer.reduce(DeviceState.EMPTY, seen(1, 'P'));
    assertEquals(1, first.transitions().size());
    Reducer.Reduced second = Reducer.reduce(first.after(), seen(2, 'P'));
    assertEquals(List.of(), second.transitions());
    Reducer.Reduced third = Reducer.reduce(second.after(), seen(3, 'F'));
    assertEquals(Outcome.FAIL, third.transitions().getFirst().to());
  }

  @Test
  void what_was_never_told_ends_what_was_said_before_and_no_late_report_brings_it_back() {
    DeviceState state = told(List.of(seen(1, 'P'), seen(5, '?')));
    assertEquals(Answer.CANNOT_SAY, state.latest().orElseThrow().assessment().answer());
    assertEquals(point(1), state.newest(), "of that one the outcomes are known");
    state = Reducer.reduce(state, seen(3, 'F')).after();
    assertEquals("0A>1P 1P>3F", changes(state));
    assertEquals(Answer.CANNOT_SAY, state.latest().orElseThrow().assessment().answer());
    assertFalse(Reducer.onlyTime(state, seen(6, '?')), "it is asked for again");
    state = Reducer.reduce(state, seen(6, 'P')).after();
    assertEquals(Answer.CARE, state.latest().orElseThrow().assessment().answer());
  }

  @Test
  void an_unchanged_report_keeps_the_worst_finding_and_moves_time_on() {
    DeviceState state = told(List.of(seen(1, 'F')));
    Observation same = new Observation(point(2), "digest of F", Optional.empty());
    assertTrue(Reducer.onlyTime(state, same));
    DeviceState after = Reducer.reduce(state, same).after();
    assertEquals("c", after.latest().orElseThrow().worst().orElseThrow().check());
    assertEquals(point(2), after.newest());
  }

  @Test
  void a_check_that_never_stops_changing_is_remembered_within_bounds() {
    DeviceState state = told(stream("PF".repeat(300)));
    assertEquals(Timeline.LONGEST, state.timelines().getOrDefault("c", List.of()).size());
  }
}
