package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.Golden;

/** Ten thousand agents while central is away, and after. */
class StampedeTest {
  private static final int AGENTS = 10_000;
  private static final double BOUND = 3;

  @Test
  void after_an_outage_of_any_length_the_fleet_comes_at_no_more_than_three_times_its_usual_rate() {
    var panels = new ArrayList<StampedePlot.Panel>();
    for (Outage outage : OUTAGES) {
      var fleet = new Fleet(AGENTS, Fleet.most(), 7);
      Seen seen = fleet.outage(outage.length(), outage.after());
      double before = seen.peak(seen.begins() - 3600, seen.begins());
      double during = seen.peak(seen.begins(), seen.ends());
      double after = seen.peak(seen.ends(), seen.seconds());
      System.out.printf(
          "%s: before %.2f, during %.2f, after %.2f x; %d left%n",
          outage.name(), before, during, after, fleet.left());
      assertTrue(during <= BOUND, outage + ": " + during + " times the steady rate while away");
      assertTrue(after <= BOUND, outage + ": " + after + " times the steady rate after");
      assertEquals(0, fleet.left(), "reports that were not told in the time watched");
      panels.add(new StampedePlot.Panel(outage.name(), seen, after));
    }
    Golden.check(Path.of("../docs/stampede.svg"), StampedePlot.of(panels, BOUND));
  }

  @Test
  void if_each_told_all_at_once_the_bound_would_not_hold() {
    var seen =
        new Fleet(AGENTS, Integer.MAX_VALUE, 7).outage(Duration.ofHours(24), Duration.ofHours(1));
    double peak = seen.peak(seen.ends(), seen.seconds());
    System.out.printf("all at once after 24 h: %.1f x%n", peak);
    assertTrue(peak > 10, peak + ": then this test measures nothing");
  }

  private record Outage(String name, Duration length, Duration after) {}

  private static final List<Outage> OUTAGES =
      List.of(
          new Outage("1 min", Duration.ofMinutes(1), Duration.ofHours(2)),
          new Outage("15 min", Duration.ofMinutes(15), Duration.ofHours(2)),
          new Outage("2 h", Duration.ofHours(2), Duration.ofHours(5)),
          new Outage("24 h", Duration.ofHours(24), Duration.ofHours(30)));
}
