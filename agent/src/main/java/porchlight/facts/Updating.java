package porchlight.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether security updates are fetched and installed without anybody's doing.
 *
 * @param by what does it, or would: {@code unattended-upgrades}
 * @param gaps what keeps it from happening, each in a few words; empty when it happens
 * @param pausedUntil until when somebody put it off; it may be over
 */
public record Updating(String by, List<String> gaps, Optional<Instant> pausedUntil) {

  public Updating {
    gaps = List.copyOf(gaps);
  }

  /** Put off by nobody. */
  public Updating(String by, List<String> gaps) {
    this(by, gaps, Optional.empty());
  }

  /** Whether it happens, unless it is put off. */
  public boolean byItself() {
    return gaps.isEmpty();
  }
}
