package porchlight.uplink;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import porchlight.json.Asked;
import porchlight.json.Identity;
import porchlight.json.Progress;

/**
 * Has the state folder fit the device that this laptop has become. May be cut short at any moment:
 * the progress names the new device last.
 */
public final class Settling {
  private Settling() {}

  /**
   * Does it, where it is needed.
   *
   * @param asked what central asked of the new device
   * @param log told of what it does
   */
  public static Progress in(
      StateFolder state, Identity identity, Progress progress, Asked asked, Consumer<String> log)
      throws IOException {
    Keys.settle(state, identity.keyId());
    if (progress.device().equals(Optional.of(identity.device()))) {
      return progress;
    }
    var spool = new Spool(state, Spool.Bounds.USUAL, log);
    var numbers = new Sequence(state.sequence(), identity.device());
    if (progress.device().isEmpty()) {
      // The talk's own file was lost, or there was none: what waits goes on under its numbers.
      return progress.of(identity.device()).asked(before -> asked);
    }
    if (identity.clonedFrom().equals(progress.device())) {
      spool.renumber(numbers, identity.device(), 1);
    } else {
      // What waits was said by another device to somebody else.
      int left = spool.clear();
      if (left > 0) {
        log.accept("left " + left + " reports of an earlier device behind");
      }
    }
    var begun = progress.begun(identity.device(), asked);
    Durable.write(state.delivery(), begun.text());
    return begun;
  }
}
