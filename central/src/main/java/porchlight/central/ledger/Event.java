package porchlight.central.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;

/**
 * Something that changed, at central's time; events have growing ids in the order of their commits.
 * {@code severity} is that of the check, {@code details} are texts by name.
 */
public record Event(
    long id,
    Instant at,
    String organisation,
    Optional<String> device,
    Kind kind,
    Optional<String> check,
    Optional<Severity> severity,
    Map<String, String> details) {
  /** At which severity a finding was told before, in the details. */
  static final String WAS = "was";

  /**
   * The same for somebody who is told of nothing that weighs less than {@code least}: a finding
   * that only now weighs as much begins for them.
   */
  public Event toldFrom(Severity least) {
    boolean isNew =
        kind == Kind.FINDING_WORSE
            && Word.parse(Severity.class, details.getOrDefault(WAS, "")).compareTo(least) > 0;
    return isNew
        ? new Event(id, at, organisation, device, Kind.FINDING_OPENED, check, severity, details)
        : this;
  }

  /** What changed; the order is that of the documentation. */
  public enum Kind {
    /** A check fails. */
    FINDING_OPENED,
    /** A check fails as before and weighs more; "was" is the worst severity it was told at. */
    FINDING_WORSE,
    /** A check fails as it did before it could not be told. */
    FINDING_STILL,
    /** A check that failed passes, does not apply, or is no longer made; "to" says which. */
    FINDING_CLOSED,
    /** A check can no longer tell; one that failed before may still fail. */
    FINDING_BLIND,
    /** The answer of a device is another. */
    DEVICE_ANSWER,
    /** A device is enrolled. */
    DEVICE_ENROLLED,
    /** A device is silent; told again as time goes on. */
    DEVICE_SILENT,
    /** A device that was silent is heard again. */
    DEVICE_RETURNED,
    /** Many devices of one organisation fell silent at once. */
    ORGANISATION_SILENT,
    /** They are heard again. */
    ORGANISATION_RETURNED,
    /** A caller was proven to be at the laptop. */
    CALL_VERIFIED,
    /** The user says that a call is not theirs, or that the tech's words were not said. */
    CALL_DENIED,
    /** Three codes were wrong. */
    CALL_LOCKED;

    /** {@code finding.opened}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
  }
}
