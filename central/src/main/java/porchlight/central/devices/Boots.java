package porchlight.central.devices;

import java.util.List;
import java.util.Optional;

/**
 * The boots that told the newest news of a device. One machine goes from boot to boot and, set back
 * to an older state in mid-run, may return to one; two that share a key take turns.
 */
public record Boots(List<Turn> turns) {
  /** A boot, and the first and last sequence number under which it told the newest. */
  public record Turn(String boot, long first, long last) {}

  /**
   * Whether {@code boot}, about to tell the newest again, proves two machines: another one told the
   * newest before this one's last turn, and again after it.
   */
  public boolean takeTurns(String boot) {
    Optional<Turn> own = turns.stream().filter(turn -> turn.boot().equals(boot)).findFirst();
    return own.isPresent()
        && turns.stream()
            .anyMatch(other -> other.first() < own.get().last() && own.get().last() < other.last());
  }
}
