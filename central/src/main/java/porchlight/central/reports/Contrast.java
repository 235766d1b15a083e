package porchlight.central.reports;

import java.util.List;
import java.util.Optional;

/**
 * What two contents say otherwise of one check, in the words of {@code porchlight diff}.
 *
 * @param before nothing where it was not checked
 * @param after nothing where it was not checked
 */
public record Contrast(String check, Optional<Finding> before, Optional<Finding> after) {

  /** Which way it went. */
  public enum Way {
    /** It fails, and did not. */
    WORSE,
    /** It cannot be told, or is not checked any more; and could be, or was. */
    UNKNOWN,
    /** It failed or could not be told, and is well or does not apply. */
    BETTER,
    /** Neither: other evidence, another severity, or it began or ceased to apply. */
    OTHER
  }

  /** A failure that is seen no more is not mended. */
  public Way way() {
    Outcome was = outcome(before);
    Outcome is = outcome(after);
    if (was == is) {
      return Way.OTHER;
    }
    return switch (is) {
      case FAIL -> Way.WORSE;
      case UNKNOWN, ABSENT -> Way.UNKNOWN;
      case PASS, NOT_APPLICABLE ->
          was == Outcome.FAIL || was == Outcome.UNKNOWN ? Way.BETTER : Way.OTHER;
    };
  }

  /** Evidence of before alone. */
  public List<Finding.Evidence> gone() {
    return without(before, after);
  }

  /** Evidence of after alone. */
  public List<Finding.Evidence> fresh() {
    return without(after, before);
  }

  private static List<Finding.Evidence> without(Optional<Finding> one, Optional<Finding> other) {
    List<Finding.Evidence> there = evidence(other);
    return evidence(one).stream().filter(seen -> !there.contains(seen)).toList();
  }

  private static List<Finding.Evidence> evidence(Optional<Finding> finding) {
    return finding.map(Finding::evidence).orElse(List.of());
  }

  private static Outcome outcome(Optional<Finding> finding) {
    return finding.map(Finding::outcome).orElse(Outcome.ABSENT);
  }
}
