package porchlight.central.people;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody with an account.
 *
 * @param name what they sign in with, in lower case
 * @param organisation the client they belong to; empty unless they are one
 * @param subject who they are to the sign-in of their company; empty for an account of this central
 * @param codes whether they sign in with one-time codes too
 */
public record Person(
    String id,
    String name,
    Role role,
    Optional<String> organisation,
    Optional<String> subject,
    boolean joined,
    boolean codes,
    Instant createdAt,
    Optional<Instant> disabledAt) {
  /** The longest name. */
  public static final int LONGEST_NAME = 100;

  /** Refuses a client of no organisation, and an organisation of nobody but a client. */
  public Person {
    if ((role == Role.CLIENT) != organisation.isPresent()) {
      throw new IllegalArgumentException("a client, and nobody else, belongs to an organisation");
    }
  }

  /** Somebody new, who has yet to choose a password. */
  public static Person invited(
      String id, String name, Role role, Optional<String> organisation, Instant now) {
    return new Person(
        id, name, role, organisation, Optional.empty(), false, false, now, Optional.empty());
  }

  /** Whether they may come in. */
  public boolean isEnabled() {
    return disabledAt.isEmpty();
  }

  /** They, as whom the ledger is asked. */
  public Viewer viewer() {
    return organisation
        .map(only -> Viewer.client(name, only))
        .orElseGet(() -> Viewer.of(name, role));
  }
}
