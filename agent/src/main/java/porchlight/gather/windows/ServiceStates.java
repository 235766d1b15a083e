package porchlight.gather.windows;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.ReadServices;

/** How services of Windows stand, of which one question asks. */
public record ServiceStates(ReadServices question, Reading<List<Block>> blocks) {

  public static ServiceStates ask(Machine machine, ReadServices question) {
    return new ServiceStates(question, Blocks.read(machine, question));
  }

  /** What is said of one; empty when that is nothing. */
  public Reading<String> says(String name, String key) {
    return blocks.map(all ->
        all.stream()
            .filter(block -> block.name().equalsIgnoreCase(name))
            .findFirst()
            .flatMap((Block block) -> block.text(key))
            .orElse(""));
  }

  /** Whether that, and nothing else, is known to be said of one. */
  public boolean isKnown(String name, String key, String value) {
    return says(name, key).equals(Reading.known(value));
  }

  /** Whether it is there and not stopped. */
  public Reading<Boolean> runs(String name) {
    return says(name, "state")
        .flatMap(state ->
            switch (state) {
              case "1", "absent" -> Reading.known(false);
              case "2", "3", "4", "5", "6", "7" -> Reading.known(true);
              default -> Answers.notUnderstood(question, "the state of " + name + " is " + state);
            });
  }
}
