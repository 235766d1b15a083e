package porchlight.central.ledger;

import java.util.Optional;
import porchlight.central.people.Person;

/**
 * By what somebody proves who they are: the hash of their password, the sealed seed of their
 * one-time codes, and the last step of it that was used.
 */
public record Proofs(
    Person person, Optional<String> password, Optional<String> seed, long usedStep) {
  @Override
  public String toString() {
    return "the proofs of " + person.name();
  }
}
