package porchlight.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.facts.Device;
import porchlight.facts.Fact;
import porchlight.facts.Reason;
import porchlight.policy.Assessment;
import porchlight.policy.InForce;

/**
 * What is sent to central: see {@code config/report-1.schema.json}.
 *
 * @param up since the start of the operating system, at the same moment; none where it does not
 *     tell
 */
public record Report(
    UUID id,
    UUID device,
    long sequence,
    UUID boot,
    Instant collectedAt,
    Optional<Duration> up,
    Content content) {

  /**
   * What is compared from one report to the next; two equal contents are "unchanged".
   *
   * @param workersLost workers ended by the resident process since the last report
   * @param machine empty when the device could not be read
   * @param facts per fact: empty for known, else why not
   * @param place empty when it is not asked for, or on no local network
   */
  public record Content(
      String agentVersion,
      PolicySaid policy,
      int workersLost,
      Optional<Device> machine,
      Assessment assessment,
      Map<Fact, Optional<Reason>> facts,
      Optional<Here> place) {

    /** Tells nothing of where it is. */
    public Content(
        String agentVersion,
        PolicySaid policy,
        int workersLost,
        Optional<Device> machine,
        Assessment assessment,
        Map<Fact, Optional<Reason>> facts) {
      this(agentVersion, policy, workersLost, machine, assessment, facts, Optional.empty());
    }
  }

  /**
   * By which policy it was judged.
   *
   * @param keptOut one of central's that was not taken
   */
  public record PolicySaid(int revision, InForce.From from, Optional<KeptOut> keptOut) {}

  /** A policy of central's that was not taken. */
  public record KeptOut(long revision, String why) {}
}
