package porchlight.central.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The table of RFC 6238, appendix B; its seeds repeat the same digits to the hash's length. */
  @ParameterizedTest
  @CsvSource({
    "59, HmacSHA1, 20, 94287082",
    "59, HmacSHA256, 32, 46119246",
    "59, HmacSHA512, 64, 90693936",
    "1111111109, HmacSHA1, 20, 07081804",
    "1111111109, HmacSHA256, 32, 68084774",
    "1111111109, HmacSHA512, 64, 25091201",
    "1111111111, HmacSHA1, 20, 14050471",
    "1111111111, HmacSHA256, 32, 67062674",
    "1111111111, HmacSHA512, 64, 99943326",
    "1234567890, HmacSHA1, 20, 89005924",
    "1234567890, HmacSHA256, 32, 91819424",
    "1234567890, HmacSHA512, 64, 93441116",
    "2000000000, HmacSHA1, 20, 69279037",
    "2000000000, HmacSHA256, 32, 90698825",
    "2000000000, HmacSHA512, 64, 38618901",
    "20000000000, HmacSHA1, 20, 65353130",
    "20000000000, HmacSHA256, 32, 77737706",
    "20000000000, HmacSHA512, 64, 47863826"
  })
  void the_vectors_of_the_rfc_hold(long seconds, String algorithm, int bytes, String code) {
    byte[] seed = "1234567890".repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
    assertEquals(code, Totp.code(seed, seconds / 30, 8, algorithm));
  }

  @Test
  void a_code_is_taken_a_step_early_or_late_and_no_further() {
    Instant now = Instant.ofEpochSecond(59);
    assertEquals(OptionalLong.of(1), Totp.step(SEED, "287082", now, 0));
    assertEquals(OptionalLong.of(1), Totp.step(SEED, "287082", now.plusSeconds(30), 0));
    assertEquals(OptionalLong.of(1), Totp.step(SEED, "287082", now.minusSeconds(30), 0));
    assertEquals(OptionalLong.empty(), Totp.step(SEED, "287082", now.plusSeconds(60), 0));
    assertEquals(OptionalLong.empty(), Totp.step(SEED, "287083", now, 0));
    assertEquals(OptionalLong.empty(), Totp.step(SEED, "", now, 0));
  }

  @Test
  void the_code_of_a_step_that_was_used_is_refused() {
    assertEquals(OptionalLong.empty(), Totp.step(SEED, "287082", Instant.ofEpochSecond(59), 1));
  }

  @Test
  void an_app_is_told_the_seed_as_it_expects_it() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.typed(SEED));
    assertEquals(
        "otpauth://totp/Porchlight:ada%40msp.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "&issuer=Porchlight",
        Totp.address(SEED, "ada@msp.example"));
  }

  @Test
  void a_recovery_code_is_the_same_however_it_is_typed() {
    String code = RecoveryCodes.make(new SecureRandom()).getFirst();
    assertTrue(code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"), code);
    assertEquals(
        RecoveryCodes.read(code), RecoveryCodes.read(" " + code.toLowerCase(Locale.ROOT) + "\n"));
  }
}
