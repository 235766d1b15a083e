package porchlight.central.ledger;

/** What became of an enrolment. */
public sealed interface Enrolled {
  /** A new device, or the one that this key already is. */
  record Accepted(String device, String organisation, boolean isNew) implements Enrolled {}

  /** No such token, or it is used up or too old. */
  record BadToken() implements Enrolled {}

  /** The nonce was used before. */
  record Replayed() implements Enrolled {}

  /** The key is known, and its device may no longer report. */
  record Barred(Standing standing) implements Enrolled {}
}
