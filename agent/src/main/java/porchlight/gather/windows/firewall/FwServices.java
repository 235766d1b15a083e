package porchlight.gather.windows.firewall;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.ReadServices;

/** The two services without which nothing of the firewall is in force. */
final class FwServices {
  static final ReadServices SERVICES = new ReadServices("BFE", "MpsSvc");

  private FwServices() {}

  /** Whether both run; on its way is neither. */
  static Reading<Boolean> run(Machine machine) {
    return Blocks.read(machine, SERVICES)
        .flatMap(blocks ->
            state(blocks, "BFE")
                .flatMap(one -> state(blocks, "MpsSvc").map(other -> one && other)));
  }

  private static Reading<Boolean> state(List<Block> blocks, String name) {
    String state =
        blocks.stream()
            .filter(block -> block.kind().equals("service") && block.name().equals(name))
            .findFirst()
            .flatMap(block -> block.text("state"))
            .orElse("");
    return switch (state) {
      case "4" -> Reading.known(true);
      case "1", "absent" -> Reading.known(false);
      default -> Answers.notUnderstood(SERVICES, "the state of " + name + " is " + state);
    };
  }
}
