package porchlight.central.people;

/**
 * What a request is for; people have every scope of their role, a program has those it was given.
 */
public enum Scope {
  /** Reading what is known. */
  READ,
  /** Changing something. */
  WRITE,
  /** Taking it out in bulk. */
  EXPORT,
  /** Reading figures about the fleet and about central itself. */
  METRICS
}
