package porchlight.central.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.IntSummaryStatistics;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheddingTest {
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private final Shedding shedding = new Shedding(new Random(7), () -> now);

  private IntSummaryStatistics sendAway(int many) {
    return IntStream.range(0, many).map(i -> shedding.seconds()).summaryStatistics();
  }

  @Test
  void a_few_come_again_within_a_minute() {
    IntSummaryStatistics waits = sendAway(20);
    assertTrue(waits.getMin() >= 30 && waits.getMax() <= 62, waits.toString());
  }

  @Test
  void many_are_spread_so_that_few_come_back_in_any_second() {
    sendAway(10_000);
    int[] back = new int[1000];
    for (int i = 0; i < 10_000; i++) {
      back[shedding.seconds()]++;
    }
    int peak = IntStream.of(back).max().orElse(0);
    assertTrue(peak <= 40, "at most " + peak + " in one second");
  }

  @Test
  void when_it_is_over_it_is_forgotten() {
    sendAway(10_000);
    now = now.plusSeconds(1800);
    assertTrue(sendAway(20).getMax() <= 62);
  }
}
