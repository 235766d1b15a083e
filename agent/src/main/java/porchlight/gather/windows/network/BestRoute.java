package porchlight.gather.windows.network;

import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.WindowsNative;

/** The adapter through which Windows itself would reach an address. */
final class BestRoute {
  static final WindowsNative NATIVE = WindowsNative.BEST_ROUTE;

  private static final int NO_WAY = 1231;
  private static final int NO_SUCH_HOST = 1232;

  private BestRoute() {}

  /** Empty where there is no way, or the address is of the other family. */
  static Reading<Optional<Adapter>> adapter(Block block, Ways ways, boolean isIpv4) {
    var address = IpAddress.of(block.name());
    if (!block.kind().equals("destination")
        || address.isEmpty()
        || !(block.number("index") instanceof Known<Optional<Long>>(var index))
        || !(block.number("code") instanceof Known<Optional<Long>>(var code))
        || index.isPresent() == code.isPresent()) {
      return Answers.notUnderstood(NATIVE, block.kind() + "=" + block.name());
    }
    if (address.get().isIpv4() != isIpv4) {
      return Reading.known(Optional.empty());
    }
    if (code.isPresent()) {
      return code.get() == NO_WAY || code.get() == NO_SUCH_HOST
          ? Reading.known(Optional.empty())
          : Answers.notUnderstood(NATIVE, "code " + code.get());
    }
    return Reading.known(index.map(number -> Ways.numbered(number, ways.adapters())));
  }
}
