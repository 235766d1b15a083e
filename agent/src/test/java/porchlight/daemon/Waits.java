package porchlight.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The wait that the resident process makes of a worker's last line. */
public final class Waits {
  private Waits() {}

  public static Duration after(String line, Instant now, RandomGenerator random) {
    return Schedule.after(Next.of(line).orElseThrow(), now, random);
  }
}
