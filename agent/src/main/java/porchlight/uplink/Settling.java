package porchlight.uplink;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import porchlight.json.Asked;
import porchlight.json.Identity;
import porchlight.json.Progress;
import porchlight.json.Tally;
import porchlight.json.Totals;

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
    // What lies there and was counted as lost must be gone before names and numbers are others.
    spool.removeNamed(progress.tally().leaving());
    var settled = progress.tally(Tally::gone);
    if (isSame(state, identity, progress.device())) {
      spool.renumber(numbers, identity.device(), 1);
    } else {
      settled = cleared(state, spool, settled, log);
    }
    var begun = settled.begun(identity.device(), asked);
    Durable.write(state.delivery(), begun.text());
    return begun;
  }

  /** Whether the other name is that of this very disk, before it was copied or after. */
  private static boolean isSame(StateFolder state, Identity identity, Optional<UUID> other)
      throws IOException {
    return identity.clonedFrom().equals(other)
        || Before.of(state)
            .filter(before -> Optional.of(before.device()).equals(other))
            .filter(before -> before.root().equals(identity.root()))
            .isPresent();
  }

  /** What waits was said by another device to somebody else; it is counted before it is gone. */
  private static Progress cleared(
      StateFolder state, Spool spool, Progress progress, Consumer<String> log) throws IOException {
    var waiting = spool.newestFirst();
    if (waiting.isEmpty()) {
      return progress;
    }
    var lost = Totals.NONE;
    for (Spooled report : waiting) {
      lost = lost.plus(report.kind().lost());
    }
    var counts = lost;
    var names = waiting.stream().map(Spooled::name).toList();
    Durable.write(state.delivery(), progress.tally(tally -> tally.losing(names, counts)).text());
    spool.removeNamed(names);
    log.accept("left " + waiting.size() + " reports of an earlier device behind");
    return progress.tally(tally -> tally.plus(counts));
  }
}
