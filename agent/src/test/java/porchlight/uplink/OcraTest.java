package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcraTest {
  private static final byte[] KEY =
      "12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6287, appendix C.2: what the server answers, then the client. */
  @ParameterizedTest
  @CsvSource({
    "CLI22220SRV11110, 28247970",
    "CLI22221SRV11111, 01984843",
    "CLI22222SRV11112, 65387857",
    "CLI22223SRV11113, 03351211",
    "CLI22224SRV11114, 83412541",
    "SRV11110CLI22220, 15510767",
    "SRV11111CLI22221, 90175646",
    "SRV11112CLI22222, 33777207",
  })
  void the_vectors_of_the_rfc_are_met(String question, String answer) {
    assertEquals(answer, Ocra.PLAIN.answer(KEY, question, ""));
  }

  @Test
  void another_purpose_is_another_answer() {
    assertNotEquals(
        Ocra.MUTUAL.answer(KEY, "1234567887654321", "password-reset"),
        Ocra.MUTUAL.answer(KEY, "1234567887654321", "remote-help"));
  }

  /** The one that central's test has too: the two share no code. */
  @Test
  void both_sides_answer_alike() {
    assertEquals("50326018", Ocra.MUTUAL.answer(KEY, "1234567887654321", "password-reset"));
  }

  @Test
  void what_is_longer_than_the_suite_takes_is_a_mistake_of_ours() {
    assertThrows(
        IllegalArgumentException.class, () -> Ocra.MUTUAL.answer(KEY, "1".repeat(129), ""));
    assertThrows(
        IllegalArgumentException.class, () -> Ocra.PLAIN.answer(KEY, "1", "password-reset"));
  }
}
