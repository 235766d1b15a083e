package porchlight.facts;

import java.util.List;

/**
 * Whether security updates are fetched and installed without anybody's doing.
 *
 * @param by what does it, or would: {@code unattended-upgrades}
 * @param gaps what keeps it from happening, each in a few words; empty when it happens
 */
public record Updating(String by, List<String> gaps) {

  public Updating {
    gaps = List.copyOf(gaps);
  }

  /** Whether it happens. */
  public boolean byItself() {
    return gaps.isEmpty();
  }
}
