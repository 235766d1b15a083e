package porchlight.central;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import porchlight.central.settings.Settings;

/**
 * Measures, by hand, how many durable signed reports a second come in, into SQLite and into
 * PostgreSQL, against a floor of the same run: {@link PlainReceiver}. The load runs on the same
 * cores. Of what stands beside wall time, CPU is the steadier on a machine with others on it: that
 * of the receiver (its database's included), without that of the load. {@code IntakeRate [ROUNDS]
 * [TARGET]}.
 */
final class IntakeRate {
  private static final int LAPTOPS = 32;

  /** Of each laptop, in a round. */
  private static final int REPORTS = 100;

  /** Rounds that do not count: until they are over, much of what is measured is the compiler. */
  private static final int WARM = 3;

  /** One report in this many is full and says something new; laptops at rest send far fewer. */
  private static final int FULL = 16;

  private IntakeRate() {}

  private record Target(String name, int port, List<Laptop> laptops, long database) {
    /** CPU time of the database's processes so far. */
    long databaseNanos() {
      return database == 0
          ? 0
          : ProcessHandle.of(database)
              .orElseThrow()
              .descendants()
              .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
              .mapToLong(Duration::toNanos)
              .sum();
    }
  }

  private record Measured(double perSecond, double cpuMillis) {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    Settings settings = Settings.DEFAULTS.withLimits(1_000_000, 1_000_000);
    Path folder = Files.createTempDirectory("intake-rate");
    Path other = Files.createTempDirectory("intake-rate-server");
    Postgres postgres = Postgres.start();
    try (PlainReceiver floor = new PlainReceiver(folder);
        Running sqlite = new Running(folder, 4096, settings)) {
      List<Laptop> ofSqlite = known(sqlite);
      Books.on(postgres); // Tokens are made where the books are.
      try (Running server = new Running(other, 4096, settings)) {
        List<Target> targets =
            new ArrayList<>(
                List.of(
                    new Target("floor", floor.port(), strangers(floor, sqlite.clock), 0),
                    new Target("SQLite", port(sqlite), ofSqlite, 0),
                    new Target("PostgreSQL", port(server), known(server), postgres.pid())));
        Map<Target, List<Measured>> all = new LinkedHashMap<>();
        targets.removeIf(target -> args.length > 1 && !target.name().equals(args[1]));
        for (int round = 1 - WARM; round <= rounds; round++) {
          for (Target target : targets) {
            Measured measured = measure(target);
            if (round > 0) {
              all.computeIfAbsent(target, one -> new ArrayList<>()).add(measured);
            }
          }
        }
        print(all, targets.getFirst());
      }
    }
    System.exit(0);
  }

  private static int port(Running running) {
    return URI.create(running.central.url()).getPort();
  }

  private static List<Laptop> strangers(PlainReceiver floor, InstantSource clock) {
    List<Laptop> laptops = new ArrayList<>();
    for (int i = 0; i < LAPTOPS; i++) {
      Laptop laptop = new Laptop("", clock);
      laptop.device = "00000000-0000-4000-8000-0000000000" + (10 + i);
      floor.knows(laptop);
      laptops.add(laptop);
    }
    return laptops;
  }

  private static List<Laptop> known(Running running) throws IOException {
    List<Laptop> laptops = new ArrayList<>();
    for (int i = 0; i < LAPTOPS; i++) {
      laptops.add(running.laptop("Rate", "LT-" + i));
    }
    return laptops;
  }

  private static List<byte[]> signed(Laptop laptop, int number) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      String content = Fleet.safeContent("LT-" + number, 90 + (int) (laptop.sequence / FULL) % 8);
      requests.add(
          Wire.bytes(
              (laptop.sequence % FULL == 0 ? laptop.full(content) : laptop.unchanged(content))
                  .gzip()
                  .sign()));
    }
    return requests;
  }

  private static Measured measure(Target target) throws Exception {
    List<List<byte[]>> all = new ArrayList<>();
    for (int i = 0; i < LAPTOPS; i++) {
      all.add(signed(target.laptops().get(i), i));
    }
    AtomicLong load = new AtomicLong();
    CountDownLatch done = new CountDownLatch(LAPTOPS);
    long database = target.databaseNanos();
    long cpu = process();
    long begin = System.nanoTime();
    for (List<byte[]> requests : all) {
      Thread.ofPlatform()
          .start(() -> {
            try (Wire wire = new Wire(target.port())) {
              for (byte[] request : requests) {
                if (wire.send(request) != 202) {
                  throw new IllegalStateException("not taken");
                }
              }
              load.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
              done.countDown();
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    done.await();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double spent = process() - cpu - load.get() + target.databaseNanos() - database;
    return new Measured(LAPTOPS * REPORTS / seconds, spent / 1e6 / (LAPTOPS * REPORTS));
  }

  private static long process() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void print(Map<Target, List<Measured>> all, Target floor) {
    Measured least = median(all.getOrDefault(floor, List.of()));
    all.forEach((target, rounds) -> {
      Measured measured = median(rounds);
      System.out.printf(
          "%-10s %6.0f/s %4.0f %% of the floor   %.3f ms CPU a report, floor / this: %3.0f %%%n",
          target.name(),
          measured.perSecond(),
          100 * measured.perSecond() / least.perSecond(),
          measured.cpuMillis(),
          100 * least.cpuMillis() / measured.cpuMillis());
    });
  }

  private static Measured median(List<Measured> rounds) {
    return new Measured(
        rounds.stream().mapToDouble(Measured::perSecond).sorted().toArray()[rounds.size() / 2],
        rounds.stream().mapToDouble(Measured::cpuMillis).sorted().toArray()[rounds.size() / 2]);
  }
}
