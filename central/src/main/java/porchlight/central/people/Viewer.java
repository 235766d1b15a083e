package porchlight.central.people;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever a request comes from. Every question to the ledger that leads to an answer is asked in
 * the name of one, and nothing is answered of an organisation that it does not see.
 *
 * @param who what the audit log calls them
 * @param role what they are to this central
 * @param only the organisation that they are bound to; empty when they see every one
 * @param scopes what they may do
 */
public record Viewer(String who, Role role, Optional<String> only, Set<Scope> scopes) {
  private static final Set<Scope> ALL = Set.copyOf(EnumSet.allOf(Scope.class));

  /** Refuses a client that is bound to nothing. */
  public Viewer {
    if (role == Role.CLIENT && only.isEmpty()) {
      throw new IllegalArgumentException("a client is bound to an organisation");
    }
    scopes = Set.copyOf(scopes);
  }

  /** A person who sees every organisation. */
  public static Viewer of(String who, Role role) {
    return new Viewer(who, role, Optional.empty(), ALL);
  }

  /** A person of one client. */
  public static Viewer client(String who, String organisation) {
    return new Viewer(who, Role.CLIENT, Optional.of(organisation), ALL);
  }

  /** Whoever has a shell on central's machine. */
  public static Viewer operator() {
    return of("the command line", Role.ADMIN);
  }

  /** Whether what is of this organisation, by its id, may be shown to them. */
  public boolean sees(String organisation) {
    return only.isEmpty() || only.get().equals(organisation);
  }

  /** Whether they have one of these roles, and this scope. */
  public boolean may(Set<Role> roles, Scope scope) {
    return roles.contains(role) && scopes.contains(scope);
  }
}
