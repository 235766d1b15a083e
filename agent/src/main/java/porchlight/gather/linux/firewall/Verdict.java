package porchlight.gather.linux.firewall;

/** What a rule decides. */
sealed interface Verdict {
  /** The packet has passed this base chain; later ones still see it. */
  record Accept() implements Verdict {}

  /** The packet is gone. */
  record Drop() implements Verdict {}

  /** The next rule. */
  record Continue() implements Verdict {}

  /** Back to the calling chain; in a base chain, its policy. */
  record Return() implements Verdict {}

  /** Through another chain, and on behind this rule. */
  record Jump(String chain) implements Verdict {}

  /** Through another chain, and on where this one would have returned to. */
  record Goto(String chain) implements Verdict {}

  /**
   * To a program: as if accepted when nobody listens and {@code bypass} is set, else as if dropped.
   */
  record Queue(int first, int last, boolean bypass) implements Verdict {}

  /** The packet may get through or not; {@code why} it cannot be told. */
  record Perhaps(String why) implements Verdict {}
}
