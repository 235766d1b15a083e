package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.daemon.ResidentProcess;

/** A process that writes reports without pause is killed at any moment, over and over. */
class SpoolKillTest {
  private static final int KILLS = 60;
  private static final UUID DEVICE = UUID.fromString("0b9c8f6e-5d0f-4a57-9d63-1f0a2b3c4d5e");

  @TempDir Path folder;

  @Test
  void a_kill_at_any_moment_costs_no_report_and_no_number_twice() throws Exception {
    var random = new Random(42);
    var state = new StateFolder(folder);
    state.prepare();
    var seen = new HashSet<Long>();
    long highest = 0;
    int killedAtWork = 0;
    for (int i = 0; i < KILLS; i++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  ResidentProcess.classPath(),
                  Writer.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertTrue(writer.getInputStream().read() >= 0, "the writer did not begin");
      Thread.sleep(random.nextInt(250));
      killedAtWork += writer.isAlive() ? 1 : 0;
      writer.destroyForcibly();
      assertTrue(writer.waitFor(10, TimeUnit.SECONDS));

      List<String> log = new ArrayList<>();
      var spool = new Spool(state, Spool.Bounds.USUAL, log::add);
      for (Spooled report : spool.newestFirst()) {
        assertTrue(spool.packed(report).isPresent(), "torn: " + report);
        assertTrue(report.sequence() > highest, "an old number again: " + report);
        assertTrue(seen.add(report.sequence()), "twice: " + report);
        spool.remove(report);
      }
      assertEquals(0, spool.setAside(), log.toString());
      highest = seen.stream().mapToLong(used -> used).max().orElse(0);
      var numbers = new Sequence(state.sequence(), DEVICE);
      assertEquals(highest + 1, numbers.after(highest), "a number that no report has was taken");
      numbers.used(highest); // as the next report does before any is sent
    }
    assertEquals(KILLS, killedAtWork);
    assertTrue(seen.size() > KILLS / 4, "only " + seen.size() + " reports were written");
  }

  /** Writes reports until it is killed. */
  static final class Writer {
    public static void main(String[] args) throws IOException {
      var state = new StateFolder(Path.of(args[0]));
      var spool = new Spool(state, Spool.Bounds.USUAL, line -> {});
      var sequence = new Sequence(state.sequence(), DEVICE);
      String json = Files.readString(Path.of("../config/report-1.schema.json"));
      long number = sequence.after(0) - 1;
      System.out.write('!');
      System.out.flush();
      while (true) {
        var report =
            new Spooled(
                ++number,
                Instant.ofEpochSecond(1_795_000_000L),
                Spooled.Kind.FULL,
                UUID.randomUUID());
        spool.add(report, json, sequence);
      }
    }
  }
}
