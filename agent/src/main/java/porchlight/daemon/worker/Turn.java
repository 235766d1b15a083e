package porchlight.daemon.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import porchlight.daemon.Next;
import porchlight.daemon.Wake;

/** One laptop's turn among those of its fleet: when it comes, and how much may be said at it. */
final class Turn {
  /** The news, and one report of those that waited. */
  private static final int PACED = 2;

  private Turn() {}

  /**
   * How many reports may be sent. When central was away, the whole fleet has as much to tell and
   * comes within one cadence; so what waited goes a piece a turn. When it was this laptop's own
   * network that was away, or a person asks, nobody else comes at the same time, and all may go.
   */
  static int reports(Wake wake) {
    return switch (wake) {
      case NETWORK, BY_HAND -> Integer.MAX_VALUE;
      case START, SCHEDULE -> PACED;
    };
  }

  /**
   * When to come again: at this device's next turn, whatever happened. A wait after a failure holds
   * up what is sent, never the check; and since it ends at a turn, a fleet that was refused keeps
   * the order in which it comes.
   */
  static Next next(Duration cadence, Optional<UUID> device) {
    return Next.cadence(cadence, device.map(Turn::phase).orElse(0.0));
  }

  private static double phase(UUID device) {
    return (device.getLeastSignificantBits() >>> 11) * 0x1p-53;
  }
}
