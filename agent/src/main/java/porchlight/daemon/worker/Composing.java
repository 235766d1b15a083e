package porchlight.daemon.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.json.LastFull;
import porchlight.json.PolicyRefused;
import porchlight.json.Progress;
import porchlight.json.ReportJson;
import porchlight.policy.Assessment;
import porchlight.policy.InForce;
import porchlight.report.Here;
import porchlight.report.Report;

/** What a report says, and whether it must say all of it. */
final class Composing {
  private static final Duration FULL_AT_LEAST_EVERY = Duration.ofDays(1);

  private Composing() {}

  static Report.Content content(
      String version,
      Report.PolicySaid policy,
      int workersLost,
      Facts facts,
      Assessment assessment) {
    return new Report.Content(
        version,
        policy,
        workersLost,
        known(facts.device()),
        assessment,
        status(facts),
        Here.of(facts));
  }

  static Report.PolicySaid policy(InForce policy, Optional<PolicyRefused> refused) {
    return new Report.PolicySaid(
        policy.policy().revision(),
        policy.from(),
        refused.map(one -> new Report.KeptOut(one.revision(), one.why())));
  }

  /** What came of each check, and nothing else: another one is a transition. */
  static String outcomes(Assessment assessment) {
    var words = new StringBuilder();
    assessment.findings().stream()
        .map(finding -> finding.check() + "=" + finding.verdict().outcome().word() + "\n")
        .sorted()
        .forEach(words::append);
    return ReportJson.digest(words.toString());
  }

  /**
   * Whether only a full report will do: the first, a changed one, one that central asked for, one
   * whose forerunner central does not have, and one a day.
   */
  static boolean mustBeFull(Progress progress, String digest, Instant now) {
    return progress.asked().fullWanted()
        || progress
            .lastFull()
            .filter(LastFull::accepted)
            .filter(full -> full.digest().equals(digest))
            .filter(full -> !full.at().isAfter(now)) // the clock was set back
            .filter(full -> full.at().plus(FULL_AT_LEAST_EVERY).isAfter(now))
            .isEmpty();
  }

  private static <T> Optional<T> known(Reading<T> reading) {
    return switch (reading) {
      case Reading.Known<T>(var value) -> Optional.of(value);
      case Reading.Unknown<T> unknown -> Optional.empty();
    };
  }

  private static Map<Fact, Optional<Reason>> status(Facts facts) {
    var status = new EnumMap<Fact, Optional<Reason>>(Fact.class);
    for (Fact fact : Fact.values()) {
      status.put(
          fact,
          switch (facts.reading(fact)) {
            case Reading.Known<?> known -> Optional.empty();
            case Reading.Unknown<?>(var reason, var detail) -> Optional.of(reason);
          });
    }
    return status;
  }
}
