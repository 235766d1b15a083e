package porchlight.central.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import porchlight.central.intake.Limit;
import porchlight.central.ledger.Proofs;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Names;
import porchlight.central.people.Person;
import porchlight.central.people.RecoveryCodes;
import porchlight.central.people.Totp;
import porchlight.central.signing.Vault;

/**
 * Signs people in by name, password and, where they have put them on, a one-time code, all in one
 * step: whatever is wrong, the answer is the same.
 */
public final class SignIn {
  /** Tries of one network a minute, in the long run. */
  static final int PER_MINUTE = 10;

  private static final String NOBODY = "a name that nobody has";
  private final Register register;
  private final Passwords passwords;
  private final Vault vault;
  private final Seats seats;
  private final Guesses guesses;
  private final Limit addresses;

  /** Signs in whom this register knows; {@code nanos} is a clock that nobody sets. */
  SignIn(
      Register register,
      Passwords passwords,
      Vault vault,
      Seats seats,
      Guesses guesses,
      LongSupplier nanos) {
    this.register = register;
    this.passwords = passwords;
    this.vault = vault;
    this.seats = seats;
    this.guesses = guesses;
    this.addresses = new Limit(PER_MINUTE, nanos);
  }

  /** What somebody typed. */
  public record Typed(String name, String password, String code) {
    @Override
    public String toString() {
      return "what somebody typed";
    }
  }

  /**
   * What a browser brought along: the secret of the session that it had, and the mark by which it
   * is known as one that somebody has signed in with.
   */
  public record Brought(Optional<String> session, Optional<String> mark) {
    @Override
    public String toString() {
      return "what a browser brought";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** They are in; {@code secret} and {@code mark} are for cookies, and are nowhere kept. */
    record In(String secret, String mark, Person person) implements Outcome {
      @Override
      public String toString() {
        return person.name() + " is in";
      }
    }

    /** Something was not right; what, is not said. */
    record Refused() implements Outcome {}

    /** Too many tries; the next may be made after so many seconds. */
    record Later(long seconds) implements Outcome {}
  }

  /** Lets somebody in, or does not. */
  public Outcome take(Typed typed, Brought brought, Where where) {
    if (!addresses.admits(where.network())) {
      return new Outcome.Later(Duration.ofMinutes(1).toSeconds());
    }
    Optional<String> name = Names.read(typed.name());
    String counted = name.orElse("");
    long wait = guesses.tooEarly(counted, brought.mark(), where);
    if (wait > 0) {
      return new Outcome.Later(wait);
    }
    Optional<Proofs> proofs = name.flatMap(register::named);
    if (!proves(proofs, typed, where)) {
      return new Outcome.Refused();
    }
    guesses.succeeded(counted, brought.mark(), where);
    Person person = proofs.orElseThrow().person();
    proofs
        .flatMap(Proofs::password)
        .filter(passwords::isOld)
        .ifPresent(old -> register.rehash(person.id(), old, passwords.hash(typed.password())));
    return new Outcome.In(
        seats.open(person, brought.session(), where, "by password"),
        mark(person.name(), brought.mark()),
        person);
  }

  /** The mark for a browser in which somebody has proven who they are. */
  public String mark(String name, Optional<String> before) {
    return guesses.mark(name, before);
  }

  /**
   * Whether it is them. Whatever is wrong, one refusal is written in one transaction, so that the
   * time it takes does not tell that the password alone was right.
   */
  private boolean proves(Optional<Proofs> known, Typed typed, Where where) {
    boolean password = passwords.matches(typed.password(), known.flatMap(Proofs::password));
    Optional<Proofs> proven = known.filter(one -> password && one.person().isEnabled());
    if (proven.filter(one -> one.seed().isEmpty()).isPresent()) {
      return true;
    }
    String who = known.map(one -> one.person().name()).orElse(NOBODY);
    Deed refused = where.deed(who, Act.SIGN_IN_REFUSED, who, "");
    String code = typed.code().replace(" ", "");
    if (code.matches("\\d{6}")) {
      boolean right = proven.filter(one -> isCode(one, code, where)).isPresent();
      if (!right) {
        register.note(refused);
      }
      return right;
    }
    return register.useRecovery(
        proven.map(one -> one.person().id()).orElse(""),
        Secrets.hash(RecoveryCodes.read(code)),
        where.deed(who, Act.RECOVERY_CODE_USED, who, ""),
        refused);
  }

  private boolean isCode(Proofs proofs, String code, Where where) {
    String id = proofs.person().id();
    byte[] seed = vault.open(proofs.seed().orElseThrow(), OwnAccount.purpose(id));
    OptionalLong step = Totp.step(seed, code, where.now(), proofs.usedStep());
    return step.isPresent() && register.useStep(id, step.getAsLong());
  }
}
