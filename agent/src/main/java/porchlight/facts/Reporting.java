package porchlight.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether central hears this laptop, as the agent itself remembers it. */
public sealed interface Reporting {

  /** Reports go to nobody: this laptop is not enrolled. */
  record ToNobody() implements Reporting {}

  /**
   * Reports go to a central.
   *
   * @param lastAccepted when it last took one
   * @param unheard how long sends have failed since, although there was a network; sleep is no part
   *     of it
   * @param dismissed whether central does not want to hear from this device
   * @param ahead how far central's clock is ahead of this laptop's; none when it was not measured
   *     since this laptop started
   */
  record ToCentral(
      Optional<Instant> lastAccepted, Duration unheard, boolean dismissed, Optional<Duration> ahead)
      implements Reporting {}
}
