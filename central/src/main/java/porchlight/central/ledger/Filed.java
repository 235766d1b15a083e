package porchlight.central.ledger;

/** What became of a report; {@code fullWanted} is true when it repeats a content never received. */
public sealed interface Filed {
  /** Stored now. */
  record Stored(boolean fullWanted) implements Filed {}

  /** Was there before. */
  record Duplicate(boolean fullWanted) implements Filed {}

  /** The nonce was used before: nothing stored. */
  record Replayed() implements Filed {}

  /** Another report has this sequence number: nothing stored. */
  record SequenceTaken() implements Filed {}
}
