package porchlight.central.devices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Finding;

/**
 * What the reports of one device add up to: the highest sequence number, how many were received,
 * what the newest says, and per check its changes, oldest first.
 */
public record DeviceState(
    long highest, long received, Optional<Latest> latest, Map<String, List<Change>> timelines) {
  /** A device that has not reported yet. */
  public static final DeviceState EMPTY = new DeviceState(0, 0, Optional.empty(), Map.of());

  /** What the newest report says. */
  public record Latest(Point point, String digest, Assessment assessment, Optional<Finding> worst) {
    Latest at(Point newer) {
      return new Latest(newer, digest, assessment, worst);
    }
  }

  /** How many sequence numbers below the highest were never received. */
  public long missing() {
    return Math.max(0, highest - received);
  }

  /** Where the newest report stands that said something. */
  public Point newest() {
    return latest.map(Latest::point).orElse(Point.NONE);
  }
}
