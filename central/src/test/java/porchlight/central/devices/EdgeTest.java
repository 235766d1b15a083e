package porchlight.central.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.central.reports.Outcome.ABSENT;
import static porchlight.central.reports.Outcome.FAIL;
import static porchlight.central.reports.Outcome.NOT_APPLICABLE;
import static porchlight.central.reports.Outcome.PASS;
import static porchlight.central.reports.Outcome.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.central.reports.Outcome;

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
  void a_failure_that_is_seen_again_is_told_again() {
    assertEquals("OPENED", edge(FAIL, UNKNOWN, FAIL));
  }

  /** The last edge of a check that went through these outcomes. */
  private static String edge(Outcome... outcomes) {
    List<Change> changes = new ArrayList<>();
    List<Change> before = List.of();
    Point last = Point.NONE;
    for (int i = 0; i < outcomes.length; i++) {
      before = List.copyOf(changes);
      Point point = new Point(i + 1, Instant.ofEpochSecond(i));
      changes = new ArrayList<>(Timeline.tell(CHECK, before, point, outcomes[i], last));
      last = point;
    }
    List<Edge> edges = Edge.between(Map.of(CHECK, before), Map.of(CHECK, changes));
    return edges.isEmpty() ? "" : edges.getFirst().kind().name();
  }
}
