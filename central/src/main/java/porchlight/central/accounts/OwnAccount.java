package porchlight.central.accounts;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import porchlight.central.ledger.Proofs;
import porchlight.central.ledger.Register;
import porchlight.central.ledger.Session;
import porchlight.central.people.Act;
import porchlight.central.people.PasswordRule;
import porchlight.central.people.Person;
import porchlight.central.people.RecoveryCodes;
import porchlight.central.people.Totp;
import porchlight.central.reports.Word;
import porchlight.central.signing.Vault;

/** What people do about their own account. */
public final class OwnAccount {
  private final Register register;
  private final Passwords passwords;
  private final Guesses guesses;
  private final Vault vault;
  private final Set<String> codesFor;
  private final SecureRandom random;

  /** Of this register; seeds are kept in the vault. */
  OwnAccount(
      Register register,
      Passwords passwords,
      Guesses guesses,
      Vault vault,
      Set<String> codesFor,
      SecureRandom random) {
    this.register = register;
    this.passwords = passwords;
    this.guesses = guesses;
    this.vault = vault;
    this.codesFor = codesFor;
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

  /** Whether somebody signs in here with one-time codes or not at all. */
  public boolean needsCodes(Person person) {
    return person.subject().isEmpty() && codesFor.contains(Word.of(person.role()));
  }

  /** Whether somebody has to put them on before anything else. */
  public boolean owesCodes(Person person) {
    return needsCodes(person) && !person.codes();
  }

  /** Changes the password; what is wrong, or empty when it is done. Every other session ends. */
  public Optional<String> password(Session session, String old, String fresh, Where where) {
    Person person = session.person();
    Optional<String> fault =
        PasswordRule.fault(fresh, person.name()).or(() -> notTheirs(session, old, where));
    if (fault.isPresent()) {
      return fault;
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

  /** What came of putting one-time codes on. */
  public sealed interface PutOn {
    /** They are on; the recovery codes are shown once. */
    record Done(List<String> recovery) implements PutOn {
      @Override
      public String toString() {
        return "one-time codes are on";
      }
    }

    /** They are not; {@code why} says why. */
    record Refused(String why) implements PutOn {}
  }

  /** Puts one-time codes on, of which one proves that the seed was read. */
  public PutOn codesOn(Session session, String sealed, String code, String password, Where where) {
    Person person = session.person();
    byte[] seed = vault.open(sealed, purpose(person.id()));
    OptionalLong step = Totp.step(seed, code.replace(" ", ""), where.now(), 0);
    if (step.isEmpty()) {
      return new PutOn.Refused("This is not the code that the app shows now.");
    }
    Optional<String> fault = notTheirs(session, password, where);
    if (fault.isPresent()) {
      return new PutOn.Refused(fault.get());
    }
    List<String> recovery = RecoveryCodes.make(random);
    register.codes(
        person.id(),
        Optional.of(sealed),
        recovery.stream().map(RecoveryCodes::read).map(Secrets::hash).toList(),
        where.deed(person.name(), Act.CODES_ON, person.name(), ""));
    register.useStep(person.id(), step.getAsLong());
    return new PutOn.Done(recovery);
  }

  /** Takes one-time codes off; what is wrong, or empty when it is done. */
  public Optional<String> codesOff(Session session, String password, Where where) {
    Person person = session.person();
    Optional<String> fault =
        needsCodes(person)
            ? Optional.of("Your role does not go without them.")
            : notTheirs(session, password, where);
    if (fault.isEmpty()) {
      register.codes(
          person.id(),
          Optional.empty(),
          List.of(),
          where.deed(person.name(), Act.CODES_OFF, person.name(), ""));
    }
    return fault;
  }

  /** Ends every session of theirs but this one. */
  public void endOthers(Session session, Where where) {
    String name = session.person().name();
    register.endOthers(
        session.person().id(), session.hash(), where.deed(name, Act.SESSIONS_ENDED, name, ""));
  }

  /** What is wrong with a password that is asked for again; empty when it is theirs. */
  private Optional<String> notTheirs(Session session, String password, Where where) {
    long wait = guesses.tooEarly(session);
    if (wait > 0) {
      return Optional.of("Too many tries. Wait " + wait + " seconds.");
    }
    String name = session.person().name();
    if (!passwords.matches(
        password, register.proofs(session.person().id()).flatMap(Proofs::password))) {
      register.note(where.deed(name, Act.SIGN_IN_REFUSED, name, "when asked again"));
      return Optional.of("This is not your password.");
    }
    guesses.succeeded(session);
    return Optional.empty();
  }
}
