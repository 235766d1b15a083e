package porchlight.central.views;

import java.util.Optional;
import java.util.Set;
import porchlight.central.people.Role;

/** A part of the dashboard, with its way in from every page; one without a path is in no menu. */
public enum Section {
  MORNING("Morning", "/"),
  ORGANISATIONS("Organisations", "/organisations"),
  CHECKS("Checks", "/checks"),
  PLACES("Places", "/places"),
  NOTES("Notes", "/notes"),
  OUT("Take away", "/out"),
  SEARCH("", ""),
  PEOPLE("People", "/people", Role.ADMIN),
  TOKENS("Tokens", "/tokens", Role.ADMIN),
  AUDIT("Audit", "/audit", Role.ADMIN),
  OTHER("", "");

  private final String label;
  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of does not change.
  private final Set<Role> roles;

  Section(String label, String path, Role... roles) {
    this.label = label;
    this.path = path;
    this.roles = Set.of(roles);
  }

  /** Whether a reader finds it in the menu: everybody, unless roles are named. */
  boolean isFor(Optional<Reader> reader) {
    return roles.isEmpty()
        || reader.filter(Reader::hasAccount).filter(one -> roles.contains(one.role())).isPresent();
  }

  /** The word in the menu. */
  public String label() {
    return label;
  }

  /** Where it begins; empty when the menu does not name it. */
  public String path() {
    return path;
  }
}
