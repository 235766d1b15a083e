package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.Chance.always;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static long seconds(int failures, double chance) {
    return Backoff.after(failures, always(chance)).toSeconds();
  }

  @Test
  void the_waits_are_the_protocols() {
    int[][] table = {
      // failures, without chance, half of it, nearly all of it
      {1, 0, 60, 119},
      {2, 60, 90, 119},
      {3, 120, 180, 239},
      {4, 240, 360, 479},
      {5, 480, 720, 959},
      {6, 900, 1350, 1799},
      {7, 900, 1350, 1799},
      {1000, 900, 1350, 1799}
    };
    for (int[] row : table) {
      assertEquals(row[1], seconds(row[0], 0), "after " + row[0]);
      assertEquals(row[2], seconds(row[0], 0.5), "after " + row[0]);
      assertEquals(row[3], seconds(row[0], 0.9999), "after " + row[0]);
    }
  }

  @Test
  void a_fleet_at_the_cap_is_spread_over_a_quarter_of_an_hour() {
    var random = new Random(7);
    int[] minutes = new int[15];
    for (int i = 0; i < 15_000; i++) {
      Duration wait = Backoff.after(20, random);
      minutes[(int) (wait.toSeconds() - 900) / 60]++;
    }
    for (int devices : minutes) {
      assertTrue(devices > 800 && devices < 1200, devices + " of 15000 in one minute");
    }
  }
}
