package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.machine.TranscriptText.NotATranscript;

class TranscriptTextTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  /** Bits of text that look like the marks of the format, and what makes lines hard. */
  private static final String[] BITS = {
    "$ nft",
    "? read /x",
    "[exit 0]",
    "[end]",
    "[error]",
    "[error no newline]",
    "[missing]",
    "[",
    "@ 2026-11-22T09:00:00Z linux",
    "\\",
    "\\~",
    "\\u001b",
    "\\\\~",
    "u000a",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "\u0000",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u202e",
    "é",
    "東",
    "🦊",
    "\ufeff",
    "\ufffd",
    "plain words",
    "no newline]",
    "~"
  };

  private static String text(Random random) {
    var out = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      out.append(BITS[random.nextInt(BITS.length)]);
    }
    return out.toString();
  }

  private static Recorded.Exchange exchange(Random random, int number) {
    Answer answer =
        switch (random.nextInt(8)) {
          case 0 -> new Answer.Missing();
          case 1 -> new Answer.Denied();
          case 2 -> new Answer.TimedOut();
          case 3 -> new Answer.TooLong(random.nextInt(1 << 24));
          case 4 -> new Answer.Failed(text(random));
          default ->
              random.nextBoolean()
                  ? new Answer.Said(random.nextInt(300) - 40, text(random), text(random))
                  : new Answer.Said(0, text(random));
        };
    return new Recorded.Exchange("$ tool " + number, answer);
  }

  @Test
  void what_is_written_is_read_again_whatever_it_is() throws NotATranscript {
    var random = new Random(3);
    int answers = 0;
    for (int i = 0; i < 3000; i++) {
      var exchanges = new ArrayList<Recorded.Exchange>();
      for (int j = random.nextInt(4); j > 0; j--) {
        exchanges.add(exchange(random, j));
      }
      String about = "A laptop.\n$ looks like a question\n[end]\n@ and a header";
      var recorded = new Recorded(about, AT.plusNanos(random.nextInt()), "linux", exchanges);
      byte[] bytes = TranscriptText.write(recorded).getBytes(StandardCharsets.UTF_8);
      assertEquals(recorded, TranscriptText.read(new String(bytes, StandardCharsets.UTF_8)));
      answers += exchanges.size();
    }
    assertTrue(answers > 3000, "only " + answers);
  }

  @Test
  void every_single_character_survives() throws NotATranscript {
    var exchanges = new ArrayList<Recorded.Exchange>();
    for (int c = 0; c <= 0x3000; c++) {
      String text = Character.toString(c);
      for (String answer : List.of(text, text + "\n", "a" + text + "b", "\n" + text)) {
        exchanges.add(new Recorded.Exchange("? read /x", new Answer.Said(0, answer)));
      }
    }
    var recorded = new Recorded("", AT, "linux", exchanges);
    assertEquals(recorded, TranscriptText.read(TranscriptText.write(recorded)));
  }

  @Test
  void it_reads_like_a_console() {
    var recorded =
        new Recorded(
            "A laptop in a café, run without root.",
            AT,
            "linux",
            List.of(
                new Recorded.Exchange(
                    "$ nft -j list ruleset", new Answer.Said(1, "", "Operation not permitted\n")),
                new Recorded.Exchange(
                    "? read /etc/resolv.conf", new Answer.Said(0, "nameserver 192.0.2.1\n")),
                new Recorded.Exchange("? read /etc/shadow", new Answer.Denied())));
    assertEquals(
        """
        A laptop in a café, run without root.
        @ 2026-11-22T09:00:00Z linux
        $ nft -j list ruleset
        [error]
        Operation not permitted
        [exit 1]
        ? read /etc/resolv.conf
        nameserver 192.0.2.1
        [end]
        ? read /etc/shadow
        [denied]
        """,
        TranscriptText.write(recorded));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; line 0: there is no line like",
        "nothing here; line 1: there is no line like",
        "@ now linux; line 1: expected a time",
        "@ 2026-11-22T09:00:00Z beos; line 1: expected '@ TIME",
        "@ 2026-11-22T09:00:00Z linux|words; line 2: expected a question",
        "@ 2026-11-22T09:00:00Z linux|$ tool; line 2: this question has no end",
        "@ 2026-11-22T09:00:00Z linux|$ tool|[gone]; line 3: unknown end [gone]",
        "@ 2026-11-22T09:00:00Z linux|$ tool|[exit 99999999999]; line 3: unknown end",
        "@ 2026-11-22T09:00:00Z linux|$ tool|[too long 99999999999]; line 3: unknown end",
      })
  void what_is_no_transcript_is_refused_with_its_line(String text, String message) {
    var refused =
        assertThrows(NotATranscript.class, () -> TranscriptText.read(text.replace('|', '\n')));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
  }

  @Test
  void garbage_is_refused_or_read_and_never_worse() {
    var random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      String text = "@ 2026-11-22T09:00:00Z linux\n$ t\n" + text(random) + "\n" + text(random);
      try {
        TranscriptText.read(text);
      } catch (NotATranscript expected) {
        refused++;
      }
    }
    assertTrue(refused > 1000, "only " + refused);
  }
}
