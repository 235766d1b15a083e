package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final Run TOOL = Run.of("tool", "list");

  private static Transcript transcript(Answer... answers) {
    return new Transcript(
        new Recorded(
            "",
            Instant.EPOCH,
            "linux",
            List.of(answers).stream()
                .map(answer -> new Recorded.Exchange("$ tool list", answer))
                .toList()));
  }

  @Test
  void a_question_gets_its_answers_in_order_and_the_last_for_good() {
    var machine = transcript(new Answer.TimedOut(), new Answer.Said(0, "well\n"));
    assertEquals(new Answer.TimedOut(), machine.ask(TOOL));
    assertEquals(new Answer.Said(0, "well\n"), machine.ask(TOOL));
    assertEquals(new Answer.Said(0, "well\n"), machine.ask(TOOL));
  }

  @Test
  void what_was_not_asked_then_is_not_known_now() {
    assertInstanceOf(Answer.Failed.class, transcript().ask(TOOL));
  }
}
