package porchlight.central.reports;

import java.util.List;
import java.util.Optional;

/** What one check found; {@code reason} is there only when the outcome is UNKNOWN. */
public record Finding(
    String check,
    Outcome outcome,
    Severity severity,
    String because,
    Optional<Reason> reason,
    List<Evidence> evidence) {

  /** One thing that was seen. */
  public record Evidence(String name, String value) {}
}
