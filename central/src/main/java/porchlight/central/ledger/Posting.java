package porchlight.central.ledger;

import java.util.Optional;
import porchlight.central.reports.Severity;

/**
 * An event for a webhook, with the names that it is told by; {@code answer} is what came of the
 * last attempt, in words, and empty before the first.
 */
public record Posting(
    String hook,
    Event event,
    Organisation organisation,
    Optional<String> deviceName,
    int attempts,
    boolean givenUp,
    String answer) {
  /** The same for a webhook that is told of nothing that weighs less than {@code least}. */
  public Posting toldFrom(Severity least) {
    return new Posting(
        hook, event.toldFrom(least), organisation, deviceName, attempts, givenUp, answer);
  }

  /** What it is about: news of one and the same are told in their order. */
  public String subject() {
    return event
            .device()
            .map(device -> "devices/" + device)
            .orElse("organisations/" + organisation.id())
        + event.check().map(check -> "/" + check).orElse("");
  }
}
