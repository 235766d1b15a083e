package porchlight.central.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.central.reports.Outcome.ABSENT;
import static porchlight.central.reports.Outcome.FAIL;
import static porchlight.central.reports.Outcome.NOT_APPLICABLE;
import static porchlight.central.reports.Outcome.PASS;
import static porchlight.central.reports.Outcome.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Severity;

/** What somebody who waits for news is told. */
class EdgeTest {
  private static final String CHECK = "firewall";

  @Test
  void a_failure_is_told_once() {
    assertEquals("OPENED", edge(PASS, FAIL));
    assertEquals("OPENED", edge(FAIL));
    assertEquals("", edge(FAIL, FAIL));
  }

  @Test
  void what_cannot_be_told_closes_nothing() {
    assertEquals("BLIND", edge(FAIL, UNKNOWN));
    assertEquals("BLIND", edge(PASS, UNKNOWN));
    assertEquals("", edge(UNKNOWN));
    assertEquals("", edge(NOT_APPLICABLE, UNKNOWN));
  }

  @Test
  void a_failure_is_closed_even_after_a_time_in_which_nobody_could_tell() {
    assertEquals("CLOSED", edge(FAIL, PASS));
    assertEquals("CLOSED", edge(FAIL, UNKNOWN, PASS));
    assertEquals("CLOSED", edge(FAIL, ABSENT));
    assertEquals("", edge(PASS, UNKNOWN, PASS));
    assertEquals("", edge(UNKNOWN, PASS));
  }

  @Test
  void a_failure_that_is_seen_again_is_the_same_one() {
    assertEquals("STILL", edge(FAIL, UNKNOWN, FAIL));
    assertEquals("CLOSED", edge(FAIL, UNKNOWN, FAIL, PASS));
    assertEquals("OPENED", edge(FAIL, PASS, UNKNOWN, FAIL));
  }

  @Test
  void what_weighs_more_than_it_was_told_at_is_told_again_and_ends_as_heavy() {
    assertEquals("OPENED LOW, WORSE HIGH", edges("FAIL LOW", "FAIL HIGH"));
    assertEquals(
        "OPENED LOW, BLIND LOW, WORSE HIGH", edges("FAIL LOW", "UNKNOWN LOW", "FAIL HIGH"));
    assertEquals("OPENED HIGH, CLOSED HIGH", edges("FAIL HIGH", "FAIL LOW", "PASS LOW"));
    assertEquals("OPENED LOW, CLOSED LOW", edges("FAIL LOW", "PASS CRITICAL"));
    assertEquals("OPENED HIGH, BLIND HIGH", edges("FAIL HIGH", "UNKNOWN LOW"));
  }

  /** The last edge of a check that went through these outcomes; nothing where there was none. */
  private static String edge(Outcome... outcomes) {
    String[] said = Stream.of(outcomes).map(outcome -> outcome + " HIGH").toArray(String[]::new);
    List<Edge> edges = told(said).getLast();
    return edges.isEmpty() ? "" : edges.getFirst().kind().name();
  }

  /** All edges, each with its severity. */
  private static String edges(String... said) {
    return told(said).stream()
        .flatMap(List::stream)
        .map(edge -> edge.kind() + " " + edge.severity().orElseThrow())
        .collect(Collectors.joining(", "));
  }

  /** What is told of each of these reports, which say an outcome and how much it weighs. */
  private static List<List<Edge>> told(String... said) {
    List<List<Edge>> told = new ArrayList<>();
    List<Change> changes = List.of();
    Map<String, Severity> open = new HashMap<>();
    Point last = Point.NONE;
    for (String one : said) {
      Outcome outcome = Outcome.valueOf(one.split(" ", 2)[0]);
      Severity severity = Severity.valueOf(one.split(" ", 2)[1]);
      Point point = new Point(last.sequence() + 1, Instant.ofEpochSecond(last.sequence()));
      List<Change> before = changes;
      changes = Timeline.tell(CHECK, before, point, outcome, last);
      last = point;
      List<Finding> findings =
          outcome == ABSENT
              ? List.of()
              : List.of(new Finding(CHECK, outcome, severity, "", Optional.empty(), List.of()));
      List<Edge> edges =
          Edge.between(Map.of(CHECK, before), Map.of(CHECK, changes), open, findings);
      for (Edge edge : edges) {
        switch (edge.kind()) {
          case OPENED, WORSE -> open.put(CHECK, edge.severity().orElseThrow());
          case CLOSED -> open.remove(CHECK);
          case STILL, BLIND -> {}
        }
      }
      told.add(edges);
    }
    return told;
  }
}
