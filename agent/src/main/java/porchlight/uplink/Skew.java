package porchlight.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far central's clock is ahead of ours, as its answers say. */
public final class Skew {
  private Optional<Duration> known;
  private boolean measured;
  private boolean corrected;

  /**
   * Begins with what was known before.
   *
   * @param known none: nothing yet
   */
  public Skew(Optional<Duration> known) {
    this.known = known;
  }

  /** What the last answer said; none when no answer has come. */
  public Optional<Duration> measured() {
    return measured ? known : Optional.empty();
  }

  /** What central's clock says when ours says that. */
  Instant there(Instant here) {
    return here.plus(known.orElse(Duration.ZERO));
  }

  /**
   * Takes central's word.
   *
   * @param there the time in its answer
   * @param here our time when the answer had come
   * @param trip how long it was from the question to the answer
   */
  void learn(Instant there, Instant here, Duration trip) {
    measured = true;
    known = Optional.of(Duration.between(here.minusNanos(trip.toNanos() / 2), there));
  }

  /** Whether a request that was refused for its clock may be tried again: once. */
  boolean correctOnce() {
    boolean first = !corrected;
    corrected = true;
    return first;
  }
}
