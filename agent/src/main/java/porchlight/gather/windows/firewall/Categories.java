package porchlight.gather.windows.firewall;

import java.util.List;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/** Which profiles are in force, by what Windows takes the joined networks for. */
final class Categories {
  static final WindowsNative NETWORKS = WindowsNative.NETWORKS;

  private Categories() {}

  /** Bits of the profiles; 0 when it is not told. */
  static int current(Machine machine) {
    int current = 0;
    if (Blocks.read(machine, NETWORKS) instanceof Known<List<Block>>(var blocks)) {
      for (Block block : blocks) {
        if (block.kind().equals("network")) {
          switch (block.text("category").orElse("")) {
            case "0" -> current |= FwProfile.PUBLIC;
            case "1" -> current |= FwProfile.PRIVATE;
            case "2" -> current |= FwProfile.DOMAIN;
            default -> {
              return 0;
            }
          }
        }
      }
    }
    return current;
  }
}
