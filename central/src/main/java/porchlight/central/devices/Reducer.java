package porchlight.central.devices;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import porchlight.central.devices.DeviceState.Latest;
import porchlight.central.devices.Observation.Said;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;

/** A report and what was known before give what is known after: a pure function. */
public final class Reducer {
  /** Checks remembered per device; beyond it those that are no longer listed are forgotten. */
  static final int MOST_CHECKS = 400;

  private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity);

  private Reducer() {}

  /** The state after a report, and the changes it brought. */
  public record Reduced(DeviceState after, List<Change> transitions) {}

  /** Whether the report only moves time on: neither its content nor the timelines are needed. */
  public static boolean onlyTime(DeviceState before, Observation seen) {
    return seen.point().isAfter(before.newest())
        && before.latest().map(Latest::digest).equals(Optional.of(seen.digest()));
  }

  /** Tells the state one more report, in whatever order; each sequence number is told once. */
  public static Reduced reduce(DeviceState before, Observation seen) {
    Optional<Latest> latest = before.latest();
    Map<String, List<Change>> timelines = before.timelines();
    if (onlyTime(before, seen)) {
      latest = latest.map(known -> known.at(seen.point()));
    } else if (seen.said().isPresent()) {
      Said said = seen.said().get();
      timelines = tell(before, seen.point(), said);
      if (seen.point().isAfter(before.newest())) {
        latest =
            Optional.of(
                isOvertaken(before, seen) ? Latest.untold(seen.point()) : latest(seen, said));
      }
    } else if (seen.point().isAfter(before.newest())) {
      latest = latest.map(known -> Latest.untold(known.point()));
    }
    DeviceState after =
        new DeviceState(
            Math.max(before.highest(), seen.point().sequence()),
            before.received() + 1,
            latest,
            timelines);
    return new Reduced(after, transitions(before.timelines(), timelines));
  }

  /** Whether a newer report is there already, and of that one not what it says. */
  private static boolean isOvertaken(DeviceState before, Observation seen) {
    return before.isUntold() && seen.point().sequence() < before.highest();
  }

  private static Latest latest(Observation seen, Said said) {
    Optional<Finding> worst =
        said.findings().stream()
            .filter(finding -> finding.outcome() == Outcome.FAIL)
            .min(WORST_FIRST);
    return new Latest(seen.point(), seen.digest(), said.assessment(), worst);
  }

  private static Map<String, List<Change>> tell(DeviceState before, Point point, Said said) {
    Map<String, Outcome> outcomes = new HashMap<>();
    for (Finding finding : said.findings()) {
      outcomes.merge(finding.check(), finding.outcome(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    Set<String> checks = new TreeSet<>(before.timelines().keySet());
    checks.addAll(outcomes.keySet());
    Map<String, List<Change>> after = new LinkedHashMap<>();
    for (String check : checks) {
      List<Change> changes =
          Timeline.tell(
              check,
              before.timelines().getOrDefault(check, List.of()),
              point,
              outcomes.getOrDefault(check, Outcome.ABSENT),
              before.newest());
      if (!changes.isEmpty()
          && (Timeline.now(changes) != Outcome.ABSENT || checks.size() <= MOST_CHECKS)) {
        after.put(check, changes);
      }
    }
    return after;
  }

  private static List<Change> transitions(
      Map<String, List<Change>> before, Map<String, List<Change>> after) {
    return after.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .flatMap(entry ->
            entry.getValue().stream()
                .filter(change -> !before.getOrDefault(entry.getKey(), List.of()).contains(change)))
        .toList();
  }
}
