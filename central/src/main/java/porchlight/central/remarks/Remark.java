package porchlight.central.remarks;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said about a subject. An acknowledgement always ends by itself, and changes nothing
 * about what a check found.
 */
public record Remark(
    String id,
    Kind kind,
    Subject subject,
    String words,
    String author,
    Instant at,
    Optional<Instant> expires) {
  /** What it is for. */
  public enum Kind {
    /** To be read by the next one who looks. */
    NOTE,
    /** "We know, and live with it until then." */
    ACKNOWLEDGEMENT
  }

  /** Whether it holds at this time. */
  public boolean holds(Instant now) {
    return expires.map(end -> end.isAfter(now)).orElse(true);
  }
}
