package porchlight.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Time that nobody sets: silence is counted by it, so that a clock that is put right neither hides
 * a silent laptop nor makes a lively one silent.
 */
final class Steady implements InstantSource {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private final Instant begun;
  private final LongSupplier ticks;
  private final long first;

  private Steady(Instant begun, LongSupplier ticks) {
    this.begun = begun;
    this.ticks = ticks;
    first = ticks.getAsLong();
  }

  /**
   * Where time comes from: nanoseconds that only grow, and which start of the machine they are of.
   */
  record Source(LongSupplier ticks, Optional<String> boot) {
    /** This machine's; on Linux the time that it slept counts. */
    static Source ofMachine() {
      return Files.isReadable(UPTIME)
          ? new Source(Source::uptime, bootOfNow())
          : new Source(System::nanoTime, Optional.empty());
    }

    private static long uptime() {
      try {
        String seconds = Files.readString(UPTIME).split(" ", 2)[0];
        return (long) (Double.parseDouble(seconds) * 1e9);
      } catch (IOException | NumberFormatException e) {
        throw new IllegalStateException("/proc/uptime cannot be read", e);
      }
    }

    private static Optional<String> bootOfNow() {
      try {
        return Optional.of(Files.readString(BOOT).strip());
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /** Counts on from there. */
  static Steady from(Instant begun, LongSupplier ticks) {
    return new Steady(begun, ticks);
  }

  @Override
  public Instant instant() {
    return begun.plusNanos(ticks.getAsLong() - first);
  }
}
