package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Run;

class AnswersTest {
  private static final Run RUN =
      Run.of("x").hiding("^ *SSID +: (.+)$").hiding("for user '([^']+)'|nobody");

  @Test
  void what_is_not_understood_is_quoted_without_the_names_that_the_question_hides() {
    String said = "\n    SSID   : $1 \\ café\nFileVault is odd for user 'anna', nobody\n";
    assertEquals(
        Reading.unknown(Reason.NOT_UNDERSTOOD, "x: SSID : … FileVault is odd for user '…', nobody"),
        Answers.notUnderstood(RUN, said));
  }

  @Test
  void a_question_that_hides_nothing_is_quoted_as_it_is() {
    assertEquals("SSID : home", Answers.quote(new ReadFile("/etc/hosts"), " SSID : home\n"));
  }

  @Test
  void a_quotation_is_short_however_long_the_answer_and_has_no_half_of_a_name() {
    assertTrue(Answers.quote(RUN, "x".repeat(10_000_000)).length() <= 161);
    String named = " ".repeat(3_900) + "\nSSID : " + "n".repeat(10_000);
    assertEquals("SSID : …", Answers.quote(RUN, named));
  }
}
