package porchlight.central.accounts;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import porchlight.central.ledger.Proofs;
import porchlight.central.ledger.Register;
import porchlight.central.ledger.Session;
import porchlight.central.people.Act;
import porchlight.central.people.PasswordRule;
import porchlight.central.people.Person;
import porchlight.central.people.RecoveryCodes;
import porchlight.central.people.Totp;
import porchlight.central.signing.Vault;

/** What people do about their own account. */
public final class OwnAccount {
  private static final String NOT_THE_PASSWORD = "This is not your password.";
  private final Register register;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Vault vault;
  private final SecureRandom random;

  /** Of this register; seeds are kept in the vault. */
  public OwnAccount(
      Register register, Passwords passwords, SignIn signIn, Vault vault, SecureRandom random) {
    this.register = register;
    this.passwords = passwords;
    this.signIn = signIn;
    this.vault = vault;
    this.random = random;
  }

  /** A seed that is offered: what the app reads, what a person types, and it sealed. */
  public record Offer(String address, String typed, String sealed) {
    @Override
    public String toString() {
      return "a seed";
    }
  }

  static String purpose(String person) {
    return "one-time codes of " + person;
  }

  /** Changes the password; what is wrong, or empty when it is done. Every other session ends. */
  public Optional<String> password(Session session, String old, String fresh, Where where) {
    Person person = session.person();
    Optional<String> fault = PasswordRule.fault(fresh, person.name());
    if (fault.isPresent()) {
      return fault;
    }
    if (!isTheirs(person, old)) {
      return Optional.of(NOT_THE_PASSWORD);
    }
    register.password(
        person.id(),
        passwords.hash(fresh),
        session.hash(),
        where.deed(person.name(), Act.PASSWORD_CHANGED, person.name(), ""));
    return Optional.empty();
  }

  /** A new seed for one-time codes; nothing is kept until a code proves that it was read. */
  public Offer offer(Person person) {
    byte[] seed = Totp.seed(random);
    return new Offer(
        Totp.address(seed, person.name()),
        Totp.typed(seed),
        vault.seal(seed, purpose(person.id())));
  }

  /** The same offer again; empty when it was none to them. */
  public Optional<Offer> offered(Person person, String sealed) {
    return vault
        .tryOpen(sealed, purpose(person.id()))
        .map(seed -> new Offer(Totp.address(seed, person.name()), Totp.typed(seed), sealed));
  }

  /**
   * Puts one-time codes on: the recovery codes, shown once; empty when the code or the password is
   * not right.
   */
  public Optional<List<String>> codesOn(
      Person person, String sealed, String code, String password, Where where) {
    byte[] seed = vault.open(sealed, purpose(person.id()));
    OptionalLong step = Totp.step(seed, code.replace(" ", ""), where.now(), 0);
    if (step.isEmpty() || !isTheirs(person, password)) {
      return Optional.empty();
    }
    List<String> recovery = RecoveryCodes.make(random);
    register.codes(
        person.id(),
        Optional.of(sealed),
        recovery.stream().map(RecoveryCodes::read).map(Secrets::hash).toList(),
        where.deed(person.name(), Act.CODES_ON, person.name(), ""));
    register.useStep(person.id(), step.getAsLong());
    return Optional.of(recovery);
  }

  /** Takes one-time codes off; false when it is not the password. */
  public boolean codesOff(Person person, String password, Where where) {
    if (!isTheirs(person, password)) {
      return false;
    }
    register.codes(
        person.id(),
        Optional.empty(),
        List.of(),
        where.deed(person.name(), Act.CODES_OFF, person.name(), ""));
    return true;
  }

  /** Ends every session of theirs but this one. */
  public void endOthers(Session session, Where where) {
    String name = session.person().name();
    register.endOthers(
        session.person().id(), session.hash(), where.deed(name, Act.SESSIONS_ENDED, name, ""));
  }

  private boolean isTheirs(Person person, String password) {
    Optional<Proofs> proofs = register.proofs(person.id());
    return proofs.isPresent() && signIn.knows(proofs.get(), password);
  }
}
