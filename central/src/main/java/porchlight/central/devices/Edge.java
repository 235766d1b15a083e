package porchlight.central.devices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import porchlight.central.reports.Outcome;

/** A check whose outcome is another than before: what somebody waiting for news is told, once. */
public record Edge(String check, Kind kind, Outcome from, Outcome to) {
  /** What it means. */
  public enum Kind {
    OPENED,
    CLOSED,
    BLIND
  }

  /** The edges from what was known to what is known now, by check. */
  public static List<Edge> between(
      Map<String, List<Change>> before, Map<String, List<Change>> after) {
    var checks = new TreeSet<>(before.keySet());
    checks.addAll(after.keySet());
    return checks.stream()
        .flatMap(check ->
            edge(check, before.getOrDefault(check, List.of()), after.getOrDefault(check, List.of()))
                .stream())
        .toList();
  }

  private static Optional<Edge> edge(String check, List<Change> before, List<Change> after) {
    Outcome from = Timeline.now(before);
    Outcome to = Timeline.now(after);
    if (from == to) {
      return Optional.empty();
    }
    Optional<Kind> kind =
        switch (to) {
          case FAIL -> Optional.of(Kind.OPENED);
          case UNKNOWN ->
              from == Outcome.FAIL || from == Outcome.PASS
                  ? Optional.of(Kind.BLIND)
                  : Optional.empty();
          case PASS, NOT_APPLICABLE, ABSENT ->
              failedLast(before) ? Optional.of(Kind.CLOSED) : Optional.empty();
        };
    return kind.map(one -> new Edge(check, one, from, to));
  }

  /** Whether it failed when it could last be told: not being able to tell closes nothing. */
  private static boolean failedLast(List<Change> changes) {
    return changes.reversed().stream()
        .map(Change::to)
        .filter(outcome -> outcome != Outcome.UNKNOWN)
        .findFirst()
        .equals(Optional.of(Outcome.FAIL));
  }
}
