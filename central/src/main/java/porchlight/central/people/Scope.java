package porchlight.central.people;

import java.util.EnumSet;
import java.util.Set;

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
  METRICS,
  /** What only somebody who has signed in does: accounts, their own and other people's. */
  ACCOUNT;

  /** The scopes that a program can be given. */
  public static Set<Scope> ofPrograms() {
    return EnumSet.complementOf(EnumSet.of(ACCOUNT));
  }
}
