package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.facts.Fact;
import porchlight.gather.Gathering;
import porchlight.gather.linux.Garbled;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/** Every source of every remembered Mac, spoilt in many ways: an answer always, a fault never. */
class MacGarbageTest {
  private static final Path MACHINES = Path.of("src/test/machines");

  @Test
  void no_spoilt_source_makes_a_reader_stumble() throws Exception {
    var seen = new HashSet<String>();
    int forms = 0;
    try (var files = Files.list(MACHINES)) {
      for (Path file : files.filter(MacGarbageTest::isMac).sorted().toList()) {
        Recorded recorded = TranscriptText.read(Files.readString(file));
        for (var exchange : recorded.exchanges()) {
          if (exchange.answer() instanceof Answer.Said said
              && seen.add(exchange.question() + said.text())) {
            forms += spoil(recorded, exchange.question(), said.text() + said.error());
          }
        }
      }
    }
    assertTrue(forms >= 5000, forms + " forms");
  }

  private static boolean isMac(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("macos-") && !name.endsWith(".expected.txt");
  }

  private static int spoil(Recorded recorded, String question, String text) {
    Set<Fact> facts = asking(recorded, question);
    return Garbled.eachAnswer(
        text.length() > 3000 ? text.substring(0, 3000) : text,
        answer -> {
          var transcript = new Transcript(recorded);
          read(asked -> asked.text().equals(question) ? answer : transcript.ask(asked), facts);
        });
  }

  /** The facts that ask it. */
  private static Set<Fact> asking(Recorded recorded, String question) {
    var found = EnumSet.noneOf(Fact.class);
    for (Fact fact : Fact.values()) {
      Set<String> asked = new HashSet<>();
      var transcript = new Transcript(recorded);
      read(
          one -> {
            asked.add(one.text());
            return transcript.ask(one);
          },
          EnumSet.of(fact));
      if (asked.contains(question)) {
        found.add(fact);
      }
    }
    return found;
  }

  private static void read(Machine machine, Set<Fact> wanted) {
    var facts =
        new Gathering(wanted, Gathering.USUAL_LIMIT, fact -> {})
            .gather(new MacGatherer(machine), Instant.EPOCH);
    for (Fact fact : wanted) {
      String said = facts.reading(fact).toString();
      assertFalse(said.contains("our own mistake"), said);
    }
  }
}
