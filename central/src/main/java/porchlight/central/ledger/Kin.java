package porchlight.central.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The devices that one is, was or may be: what it looks like before a re-install, what it was
 * merged into and from, what it is cloned from and which are cloned from it.
 */
public record Kin(
    Optional<Relative> looksLike,
    Optional<Relative> mergedInto,
    List<Relative> mergedFrom,
    Optional<Relative> clonedFrom,
    List<Relative> clones) {
  /** Another device, and what it is called. */
  public record Relative(String id, Optional<String> name) {}
}
