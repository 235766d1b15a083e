package porchlight.central.settings;

import java.util.List;
import java.util.Set;
import porchlight.central.reports.Severity;

/**
 * A webhook: whom it tells, in whose words, and of what. {@code secrets} sign what CloudEvents
 * carry, the newest first; no {@code organisations} are all of them; {@code inside} lets it reach
 * private addresses, and loopback by plain HTTP.
 */
public record Hook(
    String name,
    Kind kind,
    Secret url,
    List<Secret> secrets,
    Set<String> organisations,
    Severity least,
    boolean inside) {
  /** In whose words a webhook is told. */
  public enum Kind {
    CLOUDEVENTS,
    SLACK,
    TEAMS
  }
}
