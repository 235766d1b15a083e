package porchlight.uplink;

import java.time.Duration;
import porchlight.json.Replies.Receipt;

/** What came of sending one report. */
public sealed interface Delivery {

  /** Central stored it now. */
  record Accepted(Receipt receipt) implements Delivery {}

  /** Central had stored it before. */
  record Duplicate(Receipt receipt) implements Delivery {}

  /**
   * An answer that refuses this report and is not known to be central's: something on the way may
   * have damaged it, or may not like it.
   */
  record Doubtful(Duration after, String why) implements Delivery {}

  /** Central does not know the key, as far as the answer can be believed. */
  record Stranger(Duration after, String why) implements Delivery {}

  /** Central will never take this report; others it may. */
  record Refused(String why) implements Delivery {}

  /** The number belongs to another report: what waits is numbered from {@code first} on. */
  record Renumber(long first, String why) implements Delivery {}

  /** Another laptop has this one's key, because the disk was copied. */
  record Cloned(String why) implements Delivery {}

  /** Central does not want to hear from this device again. */
  record Dismissed(String why) implements Delivery {}

  /** Central answered, and not now; {@code after} is what it asked for, zero if nothing. */
  record Later(Duration after, String why) implements Delivery {}

  /** Nothing that is central answered. */
  record Unreachable(String why) implements Delivery {}
}
