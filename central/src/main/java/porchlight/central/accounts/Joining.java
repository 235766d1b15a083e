package porchlight.central.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.ledger.Link;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Names;
import porchlight.central.people.PasswordRule;
import porchlight.central.people.Person;
import porchlight.central.people.Role;

/** Links that are good once: for the first admin, and for whoever is invited or has forgotten. */
public final class Joining {
  /** How long the link to the first admin is good. */
  public static final Duration SET_UP = Duration.ofHours(24);

  /** How long an invitation is good. */
  public static final Duration INVITATION = Duration.ofDays(3);

  private final Register register;
  private final Passwords passwords;
  private final SecureRandom random;

  /** Joins people to this register. */
  public Joining(Register register, Passwords passwords, SecureRandom random) {
    this.register = register;
    this.passwords = passwords;
    this.random = random;
  }

  /** Whom a link is for. */
  public sealed interface Guest {
    /** Whoever runs this central: nobody has an account yet. */
    record First() implements Guest {}

    /** Somebody who chooses a password. */
    record Known(Person person) implements Guest {}
  }

  /** What came of choosing a password. */
  public sealed interface Outcome {
    /** They may sign in now, by this name. */
    record Joined(String name) implements Outcome {}

    /** Something is wrong with what they chose; {@code why} says what. */
    record Wrong(String why) implements Outcome {}

    /** The link is worth nothing. */
    record NoLink() implements Outcome {}
  }

  /** A link to the first admin, while nobody has an account; those before it are worth nothing. */
  public Optional<String> setUp(Instant now) {
    if (register.hasPeople()) {
      return Optional.empty();
    }
    String secret = Secrets.make(random);
    register.link(new Link(Secrets.hash(secret), Optional.empty(), now.plus(SET_UP)));
    return Optional.of(secret);
  }

  /** Whom a link is for; empty when it was used, has run out, or never was. */
  public Optional<Guest> guest(String secret, Instant now) {
    Optional<Link> link = register.link(Secrets.hash(secret), now);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    if (link.get().person().isEmpty()) {
      return register.hasPeople() ? Optional.empty() : Optional.of(new Guest.First());
    }
    return register
        .person(link.get().person().get())
        .filter(Person::isEnabled)
        .map(Guest.Known::new);
  }

  /** Uses a link; {@code typed} is the name that the first admin chose. */
  public Outcome join(String secret, String typed, String password, Where where) {
    Optional<Guest> guest = guest(secret, where.now());
    if (guest.isEmpty()) {
      return new Outcome.NoLink();
    }
    return switch (guest.get()) {
      case Guest.First first -> first(secret, typed, password, where);
      case Guest.Known known -> known(secret, known.person(), password, where);
    };
  }

  private Outcome first(String secret, String typed, String password, Where where) {
    Optional<String> name = Names.read(typed);
    if (name.isEmpty()) {
      return new Outcome.Wrong(Names.EXPECTED);
    }
    Optional<String> fault = PasswordRule.fault(password, name.get());
    if (fault.isPresent()) {
      return new Outcome.Wrong(fault.get());
    }
    Person admin = Staff.person(name.get(), Role.ADMIN, Optional.empty(), where.now());
    return outcome(
        admin,
        register.setUp(
            Secrets.hash(secret),
            admin,
            passwords.hash(password),
            where.deed(admin.name(), Act.SET_UP, admin.name(), "")));
  }

  private Outcome known(String secret, Person person, String password, Where where) {
    Optional<String> fault = PasswordRule.fault(password, person.name());
    if (fault.isPresent()) {
      return new Outcome.Wrong(fault.get());
    }
    return outcome(
        person,
        register.join(
            Secrets.hash(secret),
            person.id(),
            passwords.hash(password),
            where.deed(person.name(), Act.JOINED, person.name(), "")));
  }

  private static Outcome outcome(Person person, boolean done) {
    return done ? new Outcome.Joined(person.name()) : new Outcome.NoLink();
  }
}
