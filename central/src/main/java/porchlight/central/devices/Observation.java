package porchlight.central.devices;

import java.util.List;
import java.util.Optional;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Finding;

/**
 * One report as the reducer sees it: where it stands, the digest of what it says, and what that is
 * (empty when it repeats a content never received).
 */
public record Observation(Point point, String digest, Optional<Said> said) {
  /** What the report says, or repeats. */
  public record Said(Assessment assessment, List<Finding> findings) {}
}
