package porchlight.policy;

import java.util.List;
import java.util.OptionalInt;
import porchlight.checks.Outcome;

/**
 * The answer and what it rests on; findings stand worst first, as the policy orders them within a
 * severity.
 */
public record Assessment(List<Finding> findings) {

  public Assessment {
    findings = List.copyOf(findings);
  }

  /**
   * UNSAFE when something critical or high failed, CARE when something medium did. Else, when
   * something at least medium could not be seen: CANNOT SAY. What is low or informative is told but
   * does not decide.
   */
  public Answer answer() {
    if (findings.stream().anyMatch(finding -> finding.failsAt(Severity.HIGH))) {
      return Answer.UNSAFE;
    }
    if (findings.stream().anyMatch(finding -> finding.failsAt(Severity.MEDIUM))) {
      return Answer.CARE;
    }
    boolean nothingSeen = assessed() == 0;
    if (nothingSeen || findings.stream().anyMatch(finding -> finding.blindAt(Severity.MEDIUM))) {
      return Answer.CANNOT_SAY;
    }
    return Answer.SAFE;
  }

  /**
   * 0 to 100: the part of what applies here that passed, weighed by severity. A blind check counts
   * as not passed, so going blind never raises it. None when nothing that weighs applies.
   */
  public OptionalInt score() {
    int passed = weight(Outcome.PASS);
    int all = passed + weight(Outcome.FAIL) + weight(Outcome.UNKNOWN);
    return assessed() == 0 || all == 0 ? OptionalInt.empty() : OptionalInt.of(100 * passed / all);
  }

  /** How many checks passed or failed. */
  public int assessed() {
    return count(Outcome.PASS) + count(Outcome.FAIL);
  }

  /** How many checks could not tell. */
  public int blind() {
    return count(Outcome.UNKNOWN);
  }

  private int count(Outcome outcome) {
    return (int)
        findings.stream().filter(finding -> finding.verdict().outcome() == outcome).count();
  }

  private int weight(Outcome outcome) {
    return findings.stream()
        .filter(finding -> finding.verdict().outcome() == outcome)
        .mapToInt(finding -> finding.severity().weight())
        .sum();
  }
}
