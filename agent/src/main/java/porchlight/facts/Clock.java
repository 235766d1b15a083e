package porchlight.facts;

import java.time.Instant;
import java.util.Optional;

/** Whether something sets this laptop's clock right by itself. */
public sealed interface Clock {

  /**
   * The kernel has been told the right time.
   *
   * @param by what sets it: {@code systemd-timesyncd}, or {@code a time service} whose name is not
   *     told
   * @param last when it was last set, by the clock itself, where that is told
   */
  record Kept(String by, Optional<Instant> last) implements Clock {}

  /** Nothing has set it since this laptop started, or not for so long that it does not count. */
  record NotKept(String because) implements Clock {}

  /** It is the clock of the machine around this one. */
  record DoesNotApply(String because) implements Clock {}
}
