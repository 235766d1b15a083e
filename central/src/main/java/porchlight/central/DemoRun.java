package porchlight.central;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import porchlight.central.demo.Demo;
import porchlight.central.demo.TurnedClock;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.NewToken;
import porchlight.central.people.Viewer;
import porchlight.central.settings.Address;
import porchlight.central.settings.Settings;
import porchlight.central.signing.Digests;

/**
 * Fills an empty folder with a fleet's life: a central of its own, on a free port of loopback with
 * a clock that is turned, takes it in through the public intake.
 */
record DemoRun(Demo.Plan plan, PrintStream out) {
  /** How often laptops are asked to report on the last day, and from then on. */
  static final Duration LAST_CADENCE = Duration.ofHours(1);

  /** And before: enough to see a month, few enough to wait for. */
  private static final Duration FIRST_CADENCE = Duration.ofHours(8);

  private static final LocalTime MORNING = LocalTime.of(9, 40);
  private static final Set<DayOfWeek> NO_MORNINGS =
      EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
  private static final int WAITING_WRITES = 4096;
  private static final int NO_LIMIT = 1_000_000;

  /** The newest morning after a working day that has passed at {@code now}. */
  static DemoRun of(Options options, Instant now, PrintStream out) throws Options.Usage {
    ZonedDateTime end = now.atZone(ZoneOffset.UTC).with(MORNING);
    while (end.toInstant().isAfter(now) || NO_MORNINGS.contains(end.getDayOfWeek())) {
      end = end.minusDays(1);
    }
    return new DemoRun(
        new Demo.Plan(
            (int) options.number("--devices", 300, 20_000),
            (int) options.number("--days", 30, 60),
            end.toInstant(),
            options.number("--seed", 8, 999_999_999)),
        out);
  }

  /** Fills it; returns where time goes on from then, or empty when the folder is not empty. */
  Optional<Central.Host> fill(
      Settings settings, DataFolder folder, SecureRandom random, Runnable onDeath)
      throws IOException {
    try (Ledger ledger = Ledger.open(folder.store(Settings.DEFAULTS), 1)) {
      if (!ledger.seenBy(Viewer.operator()).organisations().isEmpty()) {
        return Optional.empty();
      }
    }
    long began = System.nanoTime();
    TurnedClock clock = new TurnedClock(plan.start(), System::nanoTime);
    Central.Host host =
        new Central.Host(
            clock,
            new Steady.Source(
                () -> clock.instant().toEpochMilli() * 1_000_000, Optional.of("demo")),
            onDeath);
    Settings alone =
        settings.withListen(new Address("127.0.0.1", 0)).withLimits(NO_LIMIT, NO_LIMIT);
    out.println("Letting " + plan.devices() + " laptops live through " + plan.days() + " days …");
    try (Demo demo = new Demo(plan, clock, name -> token(folder, name, clock.instant(), random))) {
      phase(demo, alone.withCadence(FIRST_CADENCE), folder, host, plan.lastDay());
      phase(demo, alone.withCadence(LAST_CADENCE), folder, host, plan.end());
    }
    clock.letGo();
    out.println(
        "… in "
            + Duration.ofNanos(System.nanoTime() - began).toSeconds()
            + " s. It is now "
            + plan.end()
            + " there.");
    return Optional.of(host);
  }

  private static void phase(
      Demo demo, Settings settings, DataFolder folder, Central.Host host, Instant until)
      throws IOException {
    try (Central central = Central.start(settings, folder, "unused", host, WAITING_WRITES)) {
      demo.live(central.url(), until, settings.cadence().equals(LAST_CADENCE), central::look);
    }
  }

  private static String token(
      DataFolder folder, String organisation, Instant now, SecureRandom random) {
    String token = "porch_" + DataFolder.secret(random, 24);
    try (Ledger ledger = Ledger.open(folder.store(Settings.DEFAULTS), 1)) {
      ledger.issue(
          new NewToken(
              UUID.randomUUID().toString(),
              organisation,
              Digests.ofText(token),
              NO_LIMIT,
              now.plus(Duration.ofDays(365)),
              false,
              now));
    } catch (IOException e) {
      throw new IllegalStateException("the ledger cannot be opened", e);
    }
    return token;
  }
}
