package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Picked;
import porchlight.central.ledger.Stand;
import porchlight.central.people.Viewer;
import porchlight.central.settings.Settings;

/**
 * The fleet to look at: it comes through the public intake, and tells the same for the same seed.
 */
class DemoTest {
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

  private static DemoRun demo() throws Options.Usage {
    return DemoRun.of(
        Options.parse(List.of("demo", "--devices", "40", "--days", "3")), MONDAY, NOWHERE);
  }

  private static Optional<Central.Host> fill(Path folder) throws IOException, Options.Usage {
    return demo()
        .fill(
            Settings.DEFAULTS.withData(folder),
            DataFolder.open(folder),
            new SecureRandom(),
            () -> {});
  }

  @Test
  void a_small_fleet_is_full_of_life_and_tells_the_same_again(@TempDir Path one, @TempDir Path two)
      throws Exception {
    String first = told(one);
    assertEquals(first, told(two));
    assertTrue(first.contains("Cedar Legal") && first.contains("unsafe"), first);
    assertTrue(fill(one).isEmpty(), "a folder that holds something is left alone");
  }

  @Test
  void it_ends_on_the_morning_after_a_working_day() throws Options.Usage {
    Instant end = demo().plan().end();
    assertEquals("2026-11-20T09:40:00Z", end.toString());
    assertTrue(end.isBefore(MONDAY));
    assertEquals("FRIDAY", end.atZone(ZoneOffset.UTC).getDayOfWeek().toString());
  }

  /** What every organisation and laptop comes to, without what is made at random. */
  private static String told(Path folder) throws Exception {
    Instant end = fill(folder).orElseThrow().clock().instant();
    try (Ledger ledger = Ledger.open(DataFolder.open(folder).store(Settings.DEFAULTS), 1)) {
      Overview overview = ledger.seenBy(Viewer.operator()).overview(end);
      StringBuilder told = new StringBuilder();
      for (Stand stand : overview.stands()) {
        told.append(stand.organisation().name()).append(stand.tones()).append(stand.score());
      }
      overview.devices(new Picked.Like("unsafe"), 100, 0).stream()
          .map(seen -> seen.device().name() + " " + seen.device().assessment() + seen.answerSince())
          .sorted()
          .forEach(line -> told.append('\n').append(line));
      assertTrue(overview.count(new Picked.Like("unsafe")) > 0);
      assertEquals(4, overview.days(end.minusSeconds(3 * 86_400)).size());
      return told.toString();
    }
  }
}
