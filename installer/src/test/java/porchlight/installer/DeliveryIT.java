package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real agent against the real central, which is killed and started again under it. */
class DeliveryIT {
  private static final int CYCLES = 200;

  /**
   * A cycle after a network change tries at once, whatever its backoff says: else 200 would take a
   * day.
   */
  private static final Map<String, String> AT_ONCE = Map.of("PORCHLIGHT_WAKE", "NETWORK");

  @TempDir Path folder = Path.of("");

  @Test
  void nothing_is_lost_or_doubled_while_central_is_killed_under_200_cycles() throws Exception {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
    var kills = new AtomicInteger();
    try (var central = new RunningCentral(folder)) {
      central.awaitReady();
      String settings = central.settings(folder).toString();
      assertEquals(0, Built.agent(AT_ONCE, "cycle", "--config", settings).code());

      var over = new AtomicBoolean();
      var killer = new Thread(() -> harass(central, kills, over), "killer");
      killer.start();
      for (int i = 1; i < CYCLES; i++) {
        var ended = Built.agent(AT_ONCE, "cycle", "--config", settings);
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().matches("(next|retry) .*\n"), ended.out());
      }
      over.set(true);
      killer.join();
      central.awaitReady();
      int more = drain(settings);

      long sent =
          Long.parseLong(Files.readString(folder.resolve("state/sequence")).split("\\s", 2)[0]);
      assertEquals(CYCLES + more, sent, "every cycle made one report");
      assertEquals(sent, count(central, "count(*)"), "reports in the ledger");
      assertEquals(sent, count(central, "count(distinct id)"), "different ones");
      assertEquals(sent, count(central, "max(sequence)"), "the highest number");
      assertTrue(
          central.get("/v1/devices").replace(" ", "").contains("\"missing\":0"),
          "central misses none");
      try (var refused = Files.list(folder.resolve("state/refused"))) {
        assertEquals(0, refused.count(), "central refused none");
      }
    }
    assertTrue(kills.get() >= 10, "central was killed only " + kills + " times");
    System.out.println(
        "delivery: " + CYCLES + " cycles, central killed " + kills + " times, 0 lost, 0 doubled");
  }

  private static void harass(RunningCentral central, AtomicInteger kills, AtomicBoolean over) {
    var random = new SplittableRandom(7);
    try {
      while (!over.get()) {
        central.awaitReady();
        Thread.sleep(random.nextInt(200, 4000));
        central.kill();
        kills.incrementAndGet();
        Thread.sleep(random.nextInt(0, 1500));
        central.restart();
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Cycles until nothing waits; how many it took. */
  private int drain(String settings) throws Exception {
    for (int more = 1; more <= 20; more++) {
      Built.agent(AT_ONCE, "cycle", "--config", settings);
      try (var waiting = Files.list(folder.resolve("state/spool"))) {
        if (waiting.findAny().isEmpty()) {
          return more;
        }
      }
    }
    throw new AssertionError(
        "reports still wait: " + Built.agent("status", "--config", settings).out());
  }

  private static long count(RunningCentral central, String what) throws Exception {
    Path ledger;
    try (var files = Files.list(central.data())) {
      ledger =
          files
              .filter(file -> file.toString().matches(".*\\.(db|sqlite)"))
              .findFirst()
              .orElseThrow();
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        var rows = connection.createStatement().executeQuery("select " + what + " from report")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
