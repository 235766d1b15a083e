package porchlight.central.ledger;

import java.util.Optional;

/** What became of an enrolment. */
public sealed interface Enrolled {
  /** A new device, or the one that this key already is. */
  record Accepted(String device, String organisation, boolean isNew, Optional<PolicyMark> policy)
      implements Enrolled {}

  /** A person has to approve it. */
  record Pending(boolean isNew) implements Enrolled {}

  /** No such token, or it is used up, revoked or too old. */
  record BadToken() implements Enrolled {}

  /** Nobody told that device that it is cloned. */
  record NotCloned() implements Enrolled {}

  /** Too many devices came of that disk. */
  record TooMany() implements Enrolled {}

  /** The nonce was used before. */
  record Replayed() implements Enrolled {}

  /** The key is known, and its device may no longer report. */
  record Barred(Standing standing) implements Enrolled {}
}
