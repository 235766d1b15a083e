package porchlight.uplink;

/** What central said, or why it said nothing. */
public sealed interface Heard<T> {
  /** Its answer. */
  record Said<T>(T answer) implements Heard<T> {}

  /** Why there is none, in words. */
  record Not<T>(String why) implements Heard<T> {}
}
