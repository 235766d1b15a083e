package porchlight.central.ledger;

import java.util.Map;
import java.util.Optional;
import porchlight.central.calls.Verification;
import porchlight.central.people.Deed;

/**
 * One step of a verification: how it is afterwards, and what is told of it.
 *
 * @param event what is kept as an event about the device; empty where nobody needs to hear
 * @param details the event's
 */
public record CallStep(
    Verification after,
    Optional<Deed> deed,
    Optional<Event.Kind> event,
    Map<String, String> details) {
  /** A step that nobody needs to hear of. */
  public static CallStep quiet(Verification after) {
    return new CallStep(after, Optional.empty(), Optional.empty(), Map.of());
  }

  /** A step for the audit log. */
  public static CallStep of(Verification after, Deed deed) {
    return new CallStep(after, Optional.of(deed), Optional.empty(), Map.of());
  }
}
