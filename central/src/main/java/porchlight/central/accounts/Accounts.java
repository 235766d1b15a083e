package porchlight.central.accounts;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.LongSupplier;
import porchlight.central.intake.Clocks;
import porchlight.central.intake.Limit;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Register;
import porchlight.central.people.Viewer;
import porchlight.central.settings.Front;
import porchlight.central.signing.Vault;

/** All that is done about people and programs, over one register. */
public record Accounts(
    Register register,
    Seats seats,
    SignIn signIn,
    Joining joining,
    Staff staff,
    OwnAccount own,
    Programs programs,
    Optional<CompanySignIn> company) {
  /** Over this ledger; {@code nanos} is a clock that nobody sets. */
  public static Accounts of(
      Ledger ledger, Vault vault, Front front, Clocks clocks, LongSupplier nanos) {
    SecureRandom random = new SecureRandom();
    Register register = ledger.register();
    Passwords passwords = new Passwords(random);
    Seats seats = new Seats(register, front.sessions(), random, clocks.wall());
    Guesses guesses = new Guesses(vault, random, nanos);
    SignIn signIn = new SignIn(register, passwords, vault, seats, guesses, nanos);
    return new Accounts(
        register,
        seats,
        signIn,
        new Joining(register, passwords, random),
        new Staff(register, random),
        new OwnAccount(register, passwords, guesses, vault, front.codesFor(), random),
        new Programs(register, random, clocks.wall()),
        front
            .company()
            .map(company ->
                new CompanySignIn(
                    company,
                    register,
                    seats,
                    name -> named(ledger, name),
                    new Limit(2 * SignIn.PER_MINUTE, nanos)))); // There and back.
  }

  private static Optional<String> named(Ledger ledger, String name) {
    return ledger.seenBy(Viewer.operator()).organisations().stream()
        .filter(organisation -> organisation.name().equals(name))
        .map(Organisation::id)
        .findFirst();
  }
}
