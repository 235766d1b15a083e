package porchlight.central.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a full report says. {@code facts} has, per fact, nothing when it is known, else why it is
 * not; {@code workersLost} is 0 when none were; {@code place} is empty on no local network.
 */
public record Content(
    String agentVersion,
    int policyRevision,
    int workersLost,
    Optional<PolicySource> policySource,
    Optional<PolicyRefused> policyRefused,
    Optional<String> name,
    Optional<String> model,
    Os os,
    Assessment assessment,
    List<Finding> findings,
    Map<String, Optional<Reason>> facts,
    Optional<Place> place) {}
