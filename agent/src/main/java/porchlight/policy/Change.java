package porchlight.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.checks.Evidence;
import porchlight.checks.Outcome;

/**
 * What became of one check between two looks.
 *
 * @param before nothing where it was not checked
 * @param after nothing where it was not checked
 */
public record Change(String check, Optional<Finding> before, Optional<Finding> after) {

  /** Which way it went. */
  public enum Way {
    /** It fails, and did not. */
    WORSE,
    /** It cannot be told, or is not checked any more; and could be, or was. */
    UNKNOWN,
    /** It failed or could not be told, and is well or does not apply. */
    BETTER,
    /** Neither: other evidence, another severity, or it began or ceased to apply. */
    OTHER;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A failure that is seen no more is not mended. */
  public Way way() {
    Optional<Outcome> was = outcome(before);
    Optional<Outcome> is = outcome(after);
    if (was.equals(is)) {
      return Way.OTHER;
    }
    if (is.isEmpty()) {
      return Way.UNKNOWN;
    }
    return switch (is.get()) {
      case FAIL -> Way.WORSE;
      case UNKNOWN -> Way.UNKNOWN;
      case PASS, NOT_APPLICABLE ->
          was.filter(one -> one == Outcome.FAIL || one == Outcome.UNKNOWN).isPresent()
              ? Way.BETTER
              : Way.OTHER;
    };
  }

  /** Evidence of before alone. */
  public List<Evidence> gone() {
    return without(before, after);
  }

  /** Evidence of after alone. */
  public List<Evidence> fresh() {
    return without(after, before);
  }

  private static List<Evidence> without(Optional<Finding> one, Optional<Finding> other) {
    List<Evidence> there = all(other);
    return all(one).stream().filter(seen -> !there.contains(seen)).toList();
  }

  private static List<Evidence> all(Optional<Finding> finding) {
    return finding.map(one -> one.verdict().evidence()).orElse(List.of());
  }

  private static Optional<Outcome> outcome(Optional<Finding> finding) {
    return finding.map(one -> one.verdict().outcome());
  }
}
