package porchlight.cli.format;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import porchlight.checks.Evidence;
import porchlight.checks.Outcome;
import porchlight.cli.screen.Look;
import porchlight.cli.screen.Page;
import porchlight.cli.screen.Plain;
import porchlight.facts.Device;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

/**
 * One look at this laptop, as a format tells it.
 *
 * @param at when it was looked at
 * @param age how long ago that is, where an earlier look is told
 * @param system {@code linux}, {@code macos} or {@code windows}
 * @param root whether a privileged user looked
 * @param version of Porchlight
 * @param threshold from which severity on a failure counts
 * @param pages the pages of the checks
 */
public record Seen(
    Assessment assessment,
    Instant at,
    Optional<Duration> age,
    Optional<Device> device,
    String system,
    boolean root,
    String version,
    Severity threshold,
    Function<String, Optional<Page>> pages) {
  private static final int MOST_NAMES = 8;
  private static final Look UNICODE = new Look(false, true, 80);

  /** As the exit code of a plain check: a failure counts from the threshold on, then blindness. */
  Level level() {
    if (!failed().isEmpty()) {
      return failed().stream().anyMatch(finding -> finding.severity().atLeast(Severity.HIGH))
          ? Level.CRITICAL
          : Level.WARNING;
    }
    return assessment.assessed() == 0 || !blind().isEmpty() ? Level.UNKNOWN : Level.OK;
  }

  /** What failed and counts, worst first. */
  List<Finding> failed() {
    return those(finding -> finding.failsAt(threshold));
  }

  /** What could not be seen and counts. */
  List<Finding> blind() {
    return those(finding -> finding.blindAt(threshold));
  }

  /** All that came out so. */
  List<Finding> having(Outcome outcome) {
    return those(finding -> finding.verdict().outcome() == outcome);
  }

  private List<Finding> those(java.util.function.Predicate<Finding> wanted) {
    return assessment.findings().stream().filter(wanted).toList();
  }

  /** All of it in one line of ASCII. */
  String line() {
    var out = new StringBuilder(answer()).append(": ");
    int applying = assessment.assessed() + assessment.blind();
    if (failed().isEmpty()) {
      out.append("none of ").append(assessment.assessed()).append(" checks that count failed");
    } else {
      out.append(failed().size()).append(" of ").append(applying).append(" checks failed: ");
      out.append(names(failed()));
    }
    if (!blind().isEmpty()) {
      out.append("; could not see ").append(names(blind()));
    }
    assessment.score().ifPresent(score -> out.append("; score ").append(score));
    age.ifPresent(known -> out.append("; seen ").append(words(known)).append(" ago"));
    return plain(out.toString());
  }

  /** {@code CANNOT SAY}. */
  String answer() {
    return assessment.answer().word().replace('-', ' ').toUpperCase(Locale.ROOT);
  }

  private static String names(List<Finding> findings) {
    var names = new ArrayList<String>();
    findings.stream().limit(MOST_NAMES).forEach(finding -> names.add(finding.check()));
    int more = findings.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  /** A finding in one line of ASCII. */
  static String line(Finding finding) {
    return plain(
        finding.verdict().outcome().word()
            + " "
            + finding.check()
            + " ("
            + finding.severity().word()
            + "): "
            + finding.verdict().because());
  }

  /** What failed, then what could not be seen, a line each: what a person reads first. */
  String details() {
    var out = new StringBuilder();
    for (Outcome outcome : List.of(Outcome.FAIL, Outcome.UNKNOWN)) {
      having(outcome).forEach(finding -> out.append(line(finding)).append('\n'));
    }
    return out.toString();
  }

  /** What was seen of a finding and may leave the laptop: no name of a person or a network. */
  static List<Evidence> evidence(Finding finding) {
    return finding.verdict().evidence().stream().filter(seen -> !seen.personal()).toList();
  }

  /** Text from outside on one line, harmless. */
  static String harmless(String text) {
    return Plain.of(text, UNICODE);
  }

  /** Text from outside on one line of ASCII. */
  static String plain(String text) {
    return Plain.of(text, Look.plain());
  }

  /** {@code 4 min}. */
  public static String words(Duration age) {
    long seconds = age.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
