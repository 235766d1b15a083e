package porchlight.gather.windows.remote;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.gather.remote.Seen;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.ReadServices;

/** The services that Windows has of them, whether it starts them or not. */
final class ToolServices {
  private static final List<Sign> SIGNS = WindowsSigns.of(Kind.UNIT);
  static final ReadServices SERVICES = new ReadServices(SIGNS.stream().map(Sign::value).toList());

  private static final String RUNS = "4";

  private ToolServices() {}

  static void read(Machine machine, Seen seen) {
    switch (Blocks.read(machine, SERVICES)) {
      case Known<List<Block>>(var blocks) -> blocks(blocks, seen);
      case Unknown<List<Block>> unknown -> seen.unseen(unknown);
    }
  }

  /** Of each that was asked by its whole name there must be word. */
  private static void blocks(List<Block> blocks, Seen seen) {
    Set<String> told = new HashSet<>();
    for (Block block : blocks) {
      String state = block.text("state").orElse("");
      for (Sign sign : SIGNS) {
        if (block.kind().equals("service") && isOf(sign, block.name())) {
          told.add(sign.value());
          if (!state.equals("absent")) {
            seen.installed(sign.tool(), sign.value());
          }
          if (state.equals(RUNS)) {
            seen.running(sign.tool(), sign.value());
          }
        }
      }
    }
    for (Sign sign : SIGNS) {
      if (!sign.value().endsWith("*") && !told.contains(sign.value())) {
        seen.unseen(
            new Unknown<>(Reason.NOT_UNDERSTOOD, "the services: not all that were asked are told"));
      }
    }
  }

  static boolean isOf(Sign sign, String name) {
    String value = sign.value().toLowerCase(Locale.ROOT);
    String one = name.toLowerCase(Locale.ROOT);
    return value.endsWith("*")
        ? one.startsWith(value.substring(0, value.length() - 1))
        : one.equals(value);
  }
}
