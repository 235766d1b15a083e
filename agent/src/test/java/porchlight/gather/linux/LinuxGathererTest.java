package porchlight.gather.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porchlight.facts.Fact;
import porchlight.facts.SampleFacts;
import porchlight.gather.Gathering;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

class LinuxGathererTest {
  private final ConcurrentLinkedQueue<String> started = new ConcurrentLinkedQueue<>();

  private final Machine laptop =
      question -> {
        if (question instanceof Run) {
          started.add(question.text());
        }
        return question.text().startsWith("$ ip -j ")
            ? new Answer.Said(0, "[]")
            : new Answer.Missing();
      };

  private Map<String, Long> gather() {
    started.clear();
    new Gathering(
            EnumSet.of(Fact.GATEWAY, Fact.VPN, Fact.LAN, Fact.FIREWALL),
            Gathering.USUAL_LIMIT,
            fact -> {})
        .gather(new LinuxGatherer(laptop), SampleFacts.AT);
    return started.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void a_program_that_several_facts_want_to_hear_is_started_once() {
    var times = gather();
    assertTrue(times.containsKey("$ ip -j route show default"), times.toString());
    assertEquals(List.of(), times.entrySet().stream().filter(one -> one.getValue() > 1).toList());
  }

  @Test
  void what_one_gathering_heard_is_no_answer_to_the_next() {
    assertEquals(gather(), gather());
  }
}
