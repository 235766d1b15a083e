package porchlight.daemon;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What the resident process tells a worker, by the worker's environment.
 *
 * @param workersLost workers that had to be ended, or crashed, since one last finished
 * @param start made at each start of the resident process; none for a cycle run by hand
 * @param reportsLost since that start
 */
public record Handover(Wake wake, int workersLost, Optional<UUID> start, ReportsLost reportsLost) {
  /** Set where the resident half carries what the worker asks it to. */
  public static final String LINE = "PORCHLIGHT_LINE";

  private static final String WAKE = "PORCHLIGHT_WAKE";
  private static final String LOST = "PORCHLIGHT_WORKERS_LOST";
  private static final String START = "PORCHLIGHT_START";
  private static final String REPORTS_LOST = "PORCHLIGHT_REPORTS_LOST";

  /** A cycle that nobody handed anything. */
  public static final Handover BY_HAND =
      new Handover(Wake.BY_HAND, 0, Optional.empty(), ReportsLost.NONE);

  /** An id of version 4, without the cryptography that {@link UUID#randomUUID} would load. */
  static UUID start(RandomGenerator random) {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }

  void into(Map<String, String> environment) {
    environment.put(WAKE, wake.name());
    environment.put(LOST, Integer.toString(workersLost));
    environment.put(REPORTS_LOST, reportsLost.words());
    if (start.isPresent()) {
      environment.put(START, start.get().toString());
    }
  }

  /** What that environment says; what it does not say is as by hand. */
  public static Handover of(Map<String, String> environment) {
    Wake wake = Wake.BY_HAND;
    for (Wake known : Wake.values()) {
      if (known.name().equals(environment.get(WAKE))) {
        wake = known;
      }
    }
    String lost = environment.getOrDefault(LOST, "");
    String start = environment.getOrDefault(START, "");
    return new Handover(
        wake,
        lost.matches("\\d{1,6}") ? Integer.parseInt(lost) : 0,
        start.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
            ? Optional.of(UUID.fromString(start))
            : Optional.empty(),
        ReportsLost.of(environment.getOrDefault(REPORTS_LOST, "")));
  }
}
