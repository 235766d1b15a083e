package porchlight.central.ledger;

import java.util.Optional;

/** What became of a report; {@code fullWanted} is true when it repeats a content never received. */
public sealed interface Filed {
  /** Stored now; what is asked of its device stands beside. */
  record Stored(boolean fullWanted, Orders orders) implements Filed {}

  /** Was there before. */
  record Duplicate(boolean fullWanted, Orders orders) implements Filed {}

  /** The nonce was used before: nothing stored. */
  record Replayed() implements Filed {}

  /** Another report has this number, or the disk was set back: nothing stored. */
  record SequenceTaken(long next) implements Filed {}

  /** Two machines use this key: nothing stored. */
  record Cloned() implements Filed {}

  /** Meanwhile the key is nobody's, or its device may not report: nothing stored. */
  record NoLonger(Optional<Standing> standing) implements Filed {}
}
