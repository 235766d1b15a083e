package porchlight.central.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.intake.Clocks;
import porchlight.central.ledger.AuditEntry;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Session;
import porchlight.central.ledger.Store;
import porchlight.central.people.Act;
import porchlight.central.people.Person;
import porchlight.central.people.RecoveryCodes;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;
import porchlight.central.settings.Front;
import porchlight.central.signing.Vault;
import porchlight.central.views.TokenLine;

/** Signing in over a ledger, without a server in between. */
class SignInTest {
  private static final String PASSWORD = "four words of hers";
  private static final String CODE = "ABCD-EFGH-IJKL-MNOP";
  private final Vault vault = new Vault("a secret", new SecureRandom());
  private final Passwords passwords = new Passwords(new SecureRandom());
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private Ledger ledger;
  private Accounts accounts;
  private Person ada;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = Ledger.open(new Store.File(folder.resolve("ledger.sqlite")), 10);
    accounts =
        Accounts.of(ledger, vault, Front.DEFAULTS, new Clocks(() -> now, () -> now), this::nanos);
    ada = person("ada");
    ledger
        .register()
        .codes(
            ada.id(),
            Optional.of(
                vault.seal(
                    "a seed".getBytes(StandardCharsets.UTF_8), OwnAccount.purpose(ada.id()))),
            List.of(Secrets.hash(RecoveryCodes.read(CODE))),
            from("10.0.0.1").deed("ada", Act.CODES_ON, "ada", ""));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private long nanos() {
    return now.getEpochSecond() * 1_000_000_000;
  }

  private Person person(String name) {
    Person person = Staff.person(name, Role.ADMIN, Optional.empty(), now);
    Where here = from("10.0.0.1");
    ledger.register().add(person, here.deed(name, Act.INVITED, name, ""));
    ledger
        .register()
        .password(person.id(), passwords.hash(PASSWORD), "", here.deed(name, Act.JOINED, name, ""));
    return person;
  }

  private Where from(String address) {
    return new Where(address, address, now);
  }

  private SignIn.Outcome tries(
      String name, String password, String code, Optional<String> mark, String address) {
    return accounts
        .signIn()
        .take(
            new SignIn.Typed(name, password, code),
            new SignIn.Brought(Optional.empty(), mark),
            from(address));
  }

  /** The transactions that a refusal takes. */
  private long written(String name, String password, String code) {
    now = now.plus(Duration.ofHours(2));
    long before = ledger.commits();
    assertInstanceOf(
        SignIn.Outcome.Refused.class, tries(name, password, code, Optional.empty(), "10.0.0.2"));
    return ledger.commits() - before;
  }

  @Test
  void a_refusal_is_one_transaction_whatever_was_wrong() {
    for (String code : List.of("", "123456", "WRON-GREC-OVER-YYYY")) {
      assertEquals(1, written("nobody", PASSWORD, code), "no such name, code " + code);
      assertEquals(1, written("ada", "another password", code), "wrong password, code " + code);
      assertEquals(1, written("ada", PASSWORD, code), "right password, code " + code);
    }
  }

  @Test
  void a_recovery_code_is_good_once_and_each_outcome_is_noted_once() {
    assertInstanceOf(
        SignIn.Outcome.In.class, tries("ada", PASSWORD, CODE, Optional.empty(), "10.0.0.2"));
    assertInstanceOf(
        SignIn.Outcome.Refused.class, tries("ada", PASSWORD, CODE, Optional.empty(), "10.0.0.2"));
    assertEquals(
        List.of(Act.SIGN_IN_REFUSED, Act.SIGNED_IN, Act.RECOVERY_CODE_USED),
        ledger.register().audit(Long.MAX_VALUE, 3).stream()
            .map(AuditEntry::deed)
            .map(deed -> deed.act())
            .toList());
  }

  @Test
  void guesses_from_elsewhere_hold_nobody_up_whom_the_browser_knows() {
    person("theo");
    SignIn.Outcome in = tries("theo", PASSWORD, "", Optional.empty(), "10.0.0.1");
    String mark = assertInstanceOf(SignIn.Outcome.In.class, in).mark();
    for (int network = 0; network < 13; network++) {
      for (int i = 0; i < 4; i++) {
        tries("theo", "a guess", "", Optional.empty(), "10.1.0." + network);
      }
    }
    assertInstanceOf(
        SignIn.Outcome.Later.class,
        tries("theo", PASSWORD, "", Optional.empty(), "10.2.0.1"),
        "so many from everywhere: strangers wait");
    assertInstanceOf(
        SignIn.Outcome.In.class, tries("theo", PASSWORD, "", Optional.of(mark), "10.2.0.2"));
  }

  @Test
  void one_network_of_guesses_holds_up_no_other_network() {
    person("theo");
    for (int i = 0; i < 30; i++) {
      tries("theo", "a guess", "", Optional.empty(), "10.1.0.1");
      now = now.plusSeconds(6);
    }
    assertInstanceOf(
        SignIn.Outcome.Later.class, tries("theo", PASSWORD, "", Optional.empty(), "10.1.0.1"));
    assertInstanceOf(
        SignIn.Outcome.In.class, tries("theo", PASSWORD, "", Optional.empty(), "10.1.0.2"));
  }

  @Test
  void a_mark_is_for_one_name_counts_too_and_is_none_when_it_is_made_up() {
    person("theo");
    String mark = accounts.signIn().mark("ada", Optional.empty());
    for (int i = 0; i < 5; i++) {
      tries("theo", "a guess", "", Optional.of(mark), "10.1.0.1");
    }
    assertInstanceOf(
        SignIn.Outcome.Later.class, tries("theo", PASSWORD, "", Optional.of(mark), "10.1.0.1"));
    String theirs = accounts.signIn().mark("theo", Optional.empty());
    for (int i = 0; i < 5; i++) {
      tries("theo", "a guess", "", Optional.of(theirs), "10.1.0." + (i + 10));
    }
    assertInstanceOf(
        SignIn.Outcome.Later.class, tries("theo", PASSWORD, "", Optional.of(theirs), "10.1.0.20"));
    assertInstanceOf(
        SignIn.Outcome.Refused.class,
        tries("theo", "a guess", "", Optional.of("x".repeat(9_000)), "10.1.0.21"));
  }

  @Test
  void a_link_to_somebody_who_is_shut_out_does_not_open_again() {
    Person theo = person("theo");
    Where here = from("10.0.0.1");
    String link = accounts.staff().link(theo, "ada", here);
    assertTrue(accounts.joining().guest(link, now).isPresent());
    accounts.staff().disable(theo, "ada", here);
    accounts.staff().enable(theo, "ada", here);
    assertTrue(accounts.joining().guest(link, now).isEmpty());
    String kept = accounts.staff().link(ada, "ada", here);
    accounts.staff().disable(theo, "ada", here);
    assertFalse(accounts.staff().disable(ada, "ada", here), "the last admin");
    assertTrue(accounts.joining().guest(kept, now).isPresent());
  }

  @Test
  void a_token_is_shown_with_that_whoever_made_it_is_shut_out() {
    Person theo = person("theo");
    Where here = from("10.0.0.1");
    accounts
        .programs()
        .make("psa", Set.of(Scope.READ), Optional.empty(), Duration.ofDays(9), "theo", here);
    accounts.staff().disable(theo, "ada", here);
    assertEquals(
        "theo, who is shut out",
        TokenLine.all(ledger.register().tokens(), List.of(), ledger.register().people(), now)
            .getFirst()
            .madeBy());
  }

  @Test
  void a_password_that_is_asked_for_again_is_noted_when_it_is_wrong_and_counted_alone() {
    person("theo");
    SignIn.Outcome in = tries("theo", PASSWORD, "", Optional.empty(), "10.0.0.1");
    String secret = assertInstanceOf(SignIn.Outcome.In.class, in).secret();
    Session session = accounts.seats().find(secret, true).orElseThrow();
    for (int i = 0; i < 20; i++) {
      tries("theo", "a guess", "", Optional.empty(), "10.0.0.1");
    }
    Where here = from("10.0.0.1");
    assertEquals(
        Optional.of("This is not your password."),
        accounts.own().codesOff(session, "a guess", here),
        "and not that somebody else has tried too often");
    assertEquals(
        "when asked again", ledger.register().audit(Long.MAX_VALUE, 1).getFirst().deed().detail());
    for (int i = 0; i < 4; i++) {
      accounts.own().codesOff(session, "a guess", here);
    }
    assertEquals(
        Optional.of("Too many tries. Wait 30 seconds."),
        accounts.own().codesOff(session, PASSWORD, here));
  }

  @Test
  void nobody_is_added_before_there_is_an_admin_but_an_admin(@TempDir Path folder) {
    try (Ledger empty = Ledger.open(new Store.File(folder.resolve("other.sqlite")), 10)) {
      Person tech = Staff.person("theo", Role.TECH, Optional.empty(), now);
      Where here = from("10.0.0.1");
      assertFalse(empty.register().add(tech, here.deed("theo", Act.JOINED, "theo", "")));
      assertFalse(empty.register().hasPeople(), "the link that makes the first admin stays good");
      assertTrue(empty.register().add(ada, here.deed("ada", Act.SET_UP, "ada", "")));
      assertTrue(empty.register().add(tech, here.deed("theo", Act.JOINED, "theo", "")));
    }
  }

  @Test
  void a_hash_that_is_made_anew_undoes_no_password_that_was_changed_meanwhile() {
    String older = ledger.register().proofs(ada.id()).orElseThrow().password().orElseThrow();
    Where here = from("10.0.0.1");
    ledger
        .register()
        .password(ada.id(), "changed", "", here.deed("ada", Act.PASSWORD_CHANGED, "ada", ""));
    ledger.register().rehash(ada.id(), older, "of the older one");
    assertEquals(
        Optional.of("changed"), ledger.register().proofs(ada.id()).orElseThrow().password());
  }
}
