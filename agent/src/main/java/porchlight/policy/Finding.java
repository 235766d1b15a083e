package porchlight.policy;

import porchlight.checks.Outcome;
import porchlight.checks.Verdict;

/** What a rule came to. */
public record Finding(String check, Severity severity, Verdict verdict) {

  /** Whether this is a failure at least that bad. */
  public boolean failsAt(Severity threshold) {
    return verdict.outcome() == Outcome.FAIL && severity.atLeast(threshold);
  }

  /** Whether this is a blind spot at least that important. */
  public boolean blindAt(Severity threshold) {
    return verdict.outcome() == Outcome.UNKNOWN && severity.atLeast(threshold);
  }
}
