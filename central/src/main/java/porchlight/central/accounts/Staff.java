package porchlight.central.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.ledger.Link;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.reports.Word;

/** What an admin does about other people; {@code who} is the admin. */
public final class Staff {
  private final Register register;
  private final SecureRandom random;

  /** Of this register. */
  public Staff(Register register, SecureRandom random) {
    this.register = register;
    this.random = random;
  }

  static Person person(String name, Role role, Optional<String> organisation, Instant now) {
    return Person.invited(UUID.randomUUID().toString(), name, role, organisation, now);
  }

  /** Adds somebody; the secret of the link by which they join, or empty when the name is taken. */
  public Optional<String> invite(
      String name, Role role, Optional<String> organisation, String who, Where where) {
    Person person = person(name, role, organisation, where.now());
    return register.add(person, where.deed(who, Act.INVITED, name, Word.of(role)))
        ? Optional.of(link(person, who, where))
        : Optional.empty();
  }

  /** A link by which somebody chooses a password; until then the one they have holds. */
  public String link(Person person, String who, Where where) {
    String secret = Secrets.make(random);
    register.link(
        new Link(
            Secrets.hash(secret), Optional.of(person.id()), where.now().plus(Joining.INVITATION)),
        where.deed(who, Act.PASSWORD_RESET, person.name(), "made a link to choose a password"));
    return secret;
  }

  /** Sets what somebody is; false when no admin would be left. */
  public boolean role(
      Person person, Role role, Optional<String> organisation, String who, Where where) {
    return register.role(
        person.id(),
        role,
        organisation,
        where.deed(who, Act.ROLE_CHANGED, person.name(), Word.of(role)));
  }

  /** Shuts somebody out; false when no admin would be left. */
  public boolean disable(Person person, String who, Where where) {
    return register.disable(person.id(), where.deed(who, Act.DISABLED, person.name(), ""));
  }

  /** Lets somebody in again. */
  public boolean enable(Person person, String who, Where where) {
    return register.enable(person.id(), where.deed(who, Act.ENABLED, person.name(), ""));
  }

  /** Takes the one-time codes off of somebody who has lost their phone. */
  public void codesOff(Person person, String who, Where where) {
    register.codes(
        person.id(),
        Optional.empty(),
        List.of(),
        where.deed(who, Act.CODES_OFF, person.name(), ""));
  }
}
