package porchlight.central.devices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import porchlight.central.reports.Answer;
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

  /** What the newest report says; without a digest where that was never received. */
  public record Latest(Point point, String digest, Assessment assessment, Optional<Finding> worst) {
    private static final Assessment NOTHING =
        new Assessment(Answer.CANNOT_SAY, OptionalInt.empty(), 0, 0);

    /** What was told last up to this point holds no more, and what does is not known. */
    static Latest untold(Point point) {
      return new Latest(point, "", NOTHING, Optional.empty());
    }

    private boolean isUntold() {
      return digest.isEmpty();
    }

    Latest at(Point newer) {
      return new Latest(newer, digest, assessment, worst);
    }
  }

  /** Whether the newest report repeats what was never received. */
  public boolean isUntold() {
    return latest.filter(Latest::isUntold).isPresent();
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
