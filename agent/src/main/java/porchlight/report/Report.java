package porchlight.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Reason;
import porchlight.policy.Assessment;

/** What is sent to central: see {@code config/report-1.schema.json}. */
public record Report(
    UUID id, UUID device, long sequence, UUID boot, Instant collectedAt, Content content) {

  /**
   * What is compared from one report to the next; two equal contents are "unchanged".
   *
   * @param workersLost workers ended by the resident process since the last report
   * @param machine empty when the device could not be read
   * @param facts per fact: empty for known, else why not
   */
  public record Content(
      String agentVersion,
      int policyRevision,
      int workersLost,
      Optional<Device> machine,
      Assessment assessment,
      Map<Fact, Optional<Reason>> facts) {}
}
