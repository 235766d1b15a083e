package porchlight.central.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import porchlight.central.intake.Limit;
import porchlight.central.ledger.Proofs;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
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
  private static final int PER_MINUTE = 10;
  private static final String NOBODY = "a name that nobody has";
  private final Register register;
  private final Passwords passwords;
  private final Vault vault;
  private final Seats seats;
  private final Attempts attempts;
  private final Limit addresses;

  /** Signs in whom this register knows; {@code nanos} is a clock that nobody sets. */
  public SignIn(
      Register register, Passwords passwords, Vault vault, Seats seats, LongSupplier nanos) {
    this.register = register;
    this.passwords = passwords;
    this.vault = vault;
    this.seats = seats;
    this.attempts = new Attempts(nanos);
    this.addresses = new Limit(PER_MINUTE, nanos);
  }

  /** What somebody typed. */
  public record Typed(String name, String password, String code) {
    @Override
    public String toString() {
      return "what somebody typed";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** They are in; {@code secret} is for the cookie, and is nowhere kept. */
    record In(String secret, Person person) implements Outcome {
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

  /** Lets somebody in, or does not; {@code before} is the secret of the session they had. */
  public Outcome take(Typed typed, Optional<String> before, Where where) {
    if (!addresses.admits(where.network())) {
      return new Outcome.Later(Duration.ofMinutes(1).toSeconds());
    }
    Optional<String> name = Names.read(typed.name());
    String counted = name.orElse("");
    long wait = attempts.tooEarly(counted);
    if (wait > 0) {
      return new Outcome.Later(wait);
    }
    Optional<Proofs> proofs = name.flatMap(register::named);
    boolean right =
        passwords.matches(typed.password(), proofs.flatMap(Proofs::password))
            && proofs.filter(known -> known.person().isEnabled()).isPresent()
            && proveCode(proofs.get(), typed.code(), where);
    if (!right) {
      String who = proofs.map(known -> known.person().name()).orElse(NOBODY);
      register.note(where.deed(who, Act.SIGN_IN_REFUSED, who, ""));
      return new Outcome.Refused();
    }
    attempts.succeeded(counted);
    Person person = proofs.get().person();
    if (proofs.get().password().filter(passwords::isOld).isPresent()) {
      register.rehash(person.id(), passwords.hash(typed.password()));
    }
    return new Outcome.In(seats.open(person, before, where, "by password"), person);
  }

  /** Whether the password is somebody's, who is asked for it again; counted as signing in is. */
  boolean knows(Proofs proofs, String password) {
    String name = proofs.person().name();
    if (attempts.tooEarly(name) > 0 || !passwords.matches(password, proofs.password())) {
      return false;
    }
    attempts.succeeded(name);
    return true;
  }

  private boolean proveCode(Proofs proofs, String typed, Where where) {
    if (proofs.seed().isEmpty()) {
      return true;
    }
    Person person = proofs.person();
    String code = typed.replace(" ", "");
    if (code.matches("\\d{6}")) {
      byte[] seed = vault.open(proofs.seed().get(), OwnAccount.purpose(person.id()));
      OptionalLong step = Totp.step(seed, code, where.now(), proofs.usedStep());
      return step.isPresent() && register.useStep(person.id(), step.getAsLong());
    }
    return register.useRecovery(
        person.id(),
        Secrets.hash(RecoveryCodes.read(code)),
        where.deed(person.name(), Act.RECOVERY_CODE_USED, person.name(), ""));
  }
}
