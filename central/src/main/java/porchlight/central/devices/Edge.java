package porchlight.central.devices;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Severity;

/**
 * What somebody waiting for news is told of a check, once. {@code severity} is the worst at which
 * it was told, so that whoever heard of its failing hears of its end; {@code because} is empty
 * where the report says nothing of the check.
 */
public record Edge(
    String check,
    Kind kind,
    Outcome from,
    Outcome to,
    Optional<Severity> severity,
    String because) {
  /** What it means. */
  public enum Kind {
    OPENED,
    /** It failed before and weighs more now, by the place or by another policy. */
    WORSE,
    /** It fails as it did before a time in which nobody could tell. */
    STILL,
    CLOSED,
    BLIND
  }

  /**
   * The edges from what was known to what the newest report says, by check; {@code open} has the
   * checks of which was told that they fail, with the worst severity that was told.
   */
  public static List<Edge> between(
      Map<String, List<Change>> before,
      Map<String, List<Change>> after,
      Map<String, Severity> open,
      List<Finding> said) {
    var checks = new TreeSet<>(before.keySet());
    checks.addAll(after.keySet());
    return checks.stream()
        .flatMap(check -> {
          Outcome from = Timeline.now(before.getOrDefault(check, List.of()));
          Outcome to = Timeline.now(after.getOrDefault(check, List.of()));
          Optional<Finding> finding = worst(said, check, to);
          Optional<Severity> told = Optional.ofNullable(open.get(check));
          Optional<Severity> now = finding.map(Finding::severity);
          String because = finding.map(Finding::because).orElse("");
          return kind(from, to, told, now)
              .map(kind -> new Edge(check, kind, from, to, weight(kind, told, now), because))
              .stream();
        })
        .toList();
  }

  /** What ends weighs what it was told at, whatever it weighs where the laptop is by then. */
  private static Optional<Severity> weight(
      Kind kind, Optional<Severity> told, Optional<Severity> now) {
    return switch (kind) {
      case CLOSED -> told;
      case OPENED, WORSE, STILL, BLIND ->
          Stream.concat(told.stream(), now.stream()).min(Comparator.naturalOrder());
    };
  }

  private static Optional<Finding> worst(List<Finding> said, String check, Outcome outcome) {
    return said.stream()
        .filter(one -> one.check().equals(check) && one.outcome() == outcome)
        .min(Comparator.comparing(Finding::severity));
  }

  /** Not being able to tell closes nothing. */
  private static Optional<Kind> kind(
      Outcome from, Outcome to, Optional<Severity> told, Optional<Severity> now) {
    return switch (to) {
      case FAIL -> {
        if (told.isEmpty()) {
          yield Optional.of(Kind.OPENED);
        }
        if (now.isPresent() && now.get().compareTo(told.get()) < 0) {
          yield Optional.of(Kind.WORSE);
        }
        yield from == Outcome.UNKNOWN ? Optional.of(Kind.STILL) : Optional.empty();
      }
      case UNKNOWN ->
          from == Outcome.FAIL || from == Outcome.PASS ? Optional.of(Kind.BLIND) : Optional.empty();
      case PASS, NOT_APPLICABLE, ABSENT -> told.map(severity -> Kind.CLOSED);
    };
  }
}
