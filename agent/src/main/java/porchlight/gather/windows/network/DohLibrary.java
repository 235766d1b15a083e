package porchlight.gather.windows.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.WindowsNative;

/** What Windows' own library says of encrypted queries. */
final class DohLibrary {
  static final WindowsNative NATIVE = WindowsNative.DNS_SETTINGS;

  private static final int DOH = 1;

  private DohLibrary() {}

  /** Whether the library has some server of that adapter asked so; empty when it does not say. */
  static Optional<Boolean> confirmed(Answer told, String guid) {
    if (!(Blocks.read(NATIVE, told) instanceof Known<List<Block>>(var blocks))) {
      return Optional.empty();
    }
    boolean isSeen = false;
    boolean isOn = false;
    for (Block block : blocks) {
      boolean isOfServer = block.kind().equals("server");
      String of = isOfServer ? block.text("settings").orElse("") : block.name();
      if (of.equalsIgnoreCase(guid)) {
        isSeen |= !isOfServer && block.text("code").isEmpty();
        isOn |= isOfServer && number(block, "type") == DOH && (number(block, "flags") & 3) != 0;
      }
    }
    return isSeen ? Optional.of(isOn) : Optional.empty();
  }

  private static long number(Block block, String key) {
    return block.number(key) instanceof Known<Optional<Long>>(var number) ? number.orElse(0L) : 0;
  }
}
