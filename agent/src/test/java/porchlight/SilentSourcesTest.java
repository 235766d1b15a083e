package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import porchlight.checks.Outcome;
import porchlight.gather.Broken;
import porchlight.gather.Gathering;
import porchlight.json.PolicyReader;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;
import porchlight.policy.Policy;

/**
 * Every remembered machine with every one of its sources broken in every way, one at a time: what
 * failed or was unknown never becomes a pass.
 */
class SilentSourcesTest {
  private static final Path MACHINES = Path.of("src/test/machines");

  @TestFactory
  Stream<DynamicTest> a_broken_source_never_makes_a_pass() throws IOException {
    List<Path> machines;
    try (var files = Files.list(MACHINES)) {
      machines =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .filter(file -> !file.toString().endsWith(".expected.txt"))
              .sorted()
              .toList();
    }
    assertTrue(machines.size() >= 1, "no machine is remembered");
    return machines.stream()
        .map(file ->
            DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> breakAll(file)));
  }

  private static void breakAll(Path file) throws Exception {
    Recorded recorded = TranscriptText.read(Files.readString(file));
    Policy policy = PolicyReader.packed();
    Map<String, Outcome> whole = outcomes(policy, recorded, new Transcript(recorded));
    var wrong = new ArrayList<String>();
    int broken = 0;
    for (String question :
        recorded.exchanges().stream().map(Recorded.Exchange::question).distinct().toList()) {
      for (Answer answer : Broken.WAYS) {
        var transcript = new Transcript(recorded);
        Machine machine = asked -> asked.text().equals(question) ? answer : transcript.ask(asked);
        outcomes(policy, recorded, machine)
            .forEach((check, outcome) -> {
              Outcome before = whole.get(check);
              boolean bad = before == Outcome.FAIL || before == Outcome.UNKNOWN;
              if (bad && outcome == Outcome.PASS) {
                wrong.add(check + " passes when '" + question + "' answers " + answer);
              }
            });
        broken++;
      }
    }
    assertTrue(broken >= 100, "only " + broken + " ways were tried");
    assertEquals("", String.join("\n", wrong));
  }

  private static Map<String, Outcome> outcomes(Policy policy, Recorded recorded, Machine machine) {
    var facts =
        new Gathering(policy.needs(), Gathering.USUAL_LIMIT, fact -> {})
            .gather(OperatingSystem.gatherer(recorded.system(), machine), recorded.at());
    var outcomes = new HashMap<String, Outcome>();
    policy
        .judge(facts)
        .findings()
        .forEach(finding -> {
          outcomes.put(finding.check(), finding.verdict().outcome());
          String because = finding.verdict().because();
          assertFalse(because.contains("our own mistake"), because);
        });
    return outcomes;
  }
}
