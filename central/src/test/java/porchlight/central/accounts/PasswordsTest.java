package porchlight.central.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import porchlight.central.people.PasswordRule;

class PasswordsTest {
  /** What the reference implementation's own tool prints for it. */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private final Passwords passwords = new Passwords(new SecureRandom());

  @Test
  void a_hash_of_the_reference_implementation_is_understood() {
    assertTrue(passwords.matches("password", Optional.of(REFERENCE)));
    assertFalse(passwords.matches("Password", Optional.of(REFERENCE)));
    assertTrue(passwords.isOld(REFERENCE), "it is hashed anew at the next sign-in");
  }

  @Test
  void a_hash_is_of_its_password_alone_and_made_as_owasp_says() {
    String hash = passwords.hash("correct horse battery");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertFalse(passwords.isOld(hash));
    assertNotEquals(hash, passwords.hash("correct horse battery"), "each has a salt of its own");
    assertTrue(passwords.matches("correct horse battery", Optional.of(hash)));
    assertFalse(passwords.matches("correct horse batterx", Optional.of(hash)));
    assertFalse(passwords.matches("", Optional.empty()));
  }

  @Test
  void the_same_letters_typed_another_way_are_the_same_password() {
    String hash = passwords.hash("Schl\u00fcsselbund am Haken");
    assertTrue(passwords.matches("Schlu\u0308sselbund am Haken", Optional.of(hash)));
  }

  @Test
  void a_weak_password_is_refused_and_says_why() {
    assertEquals(
        "A password has at least 12 characters.",
        PasswordRule.fault("elevenchars", "ada").orElse(""));
    assertTrue(PasswordRule.fault("aaaaaaaaaaaaaaaaa", "ada").isPresent());
    assertTrue(PasswordRule.fault("theodora-12345", "theodora@msp.example").isPresent());
    assertTrue(PasswordRule.fault("x".repeat(60) + "abcde".repeat(20), "ada").isPresent());
    assertTrue(PasswordRule.fault("four words of hers", "ada").isEmpty());
  }

  @Test
  void who_guesses_waits_longer_and_longer_but_never_for_good() {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    Attempts attempts = new Attempts(5, nanos::get);
    for (int i = 0; i < 5; i++) {
      assertEquals(0, attempts.tooEarly("ada"));
    }
    assertEquals(30, attempts.tooEarly("ada"));
    assertEquals(0, attempts.tooEarly("theo"), "others do not wait");
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
    assertEquals(0, attempts.tooEarly("ada"));
    assertEquals(60, attempts.tooEarly("ada"));
    for (int i = 0; i < 40; i++) {
      nanos.addAndGet(TimeUnit.MINUTES.toNanos(15));
      assertEquals(0, attempts.tooEarly("ada"));
      assertTrue(attempts.tooEarly("ada") <= 900);
    }
    attempts.succeeded("ada");
    assertEquals(0, attempts.tooEarly("ada"));
  }
}
