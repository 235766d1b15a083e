package porchlight.central.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import porchlight.central.ledger.Verdict;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Outcome;
import porchlight.central.views.CheckPage;
import porchlight.central.views.Cure;
import porchlight.central.views.DeviceLine;
import porchlight.central.views.Heard;
import porchlight.central.views.Moment;
import porchlight.central.views.Roster;
import porchlight.central.views.Tally;

/**
 * How the laptops of one organisation stood at a moment. What silent ones said last is counted
 * nowhere: they are listed as silent.
 *
 * @param more how many devices there are beyond those listed
 */
public record Account(
    String organisation,
    Moment at,
    Tally tally,
    List<DeviceLine> devices,
    int more,
    List<Check> checks,
    List<Blind> blind,
    List<DeviceLine> unheard) {
  /** Devices that a document lists one by one; a longer list is for the export. */
  static final int MOST_DEVICES = 500;

  /** On how many devices that are heard a check said what. */
  public record Check(String title, int failed, int blind, int passed, int notApplicable) {}

  /** What could not be told, why, and on how many devices that are heard. */
  public record Blind(String title, String obstacle, int devices) {}

  /** The account of an organisation of this roster. */
  public static Account of(Roster roster, Roster.Group group, Instant now) {
    Map<String, List<Verdict>> said = roster.sight().verdicts(group.organisation().id());
    Map<String, Map<Outcome, Integer>> checks = new TreeMap<>();
    Map<Blind, Integer> blind =
        new TreeMap<>(Comparator.comparing(Blind::title).thenComparing(Blind::obstacle));
    List<DeviceLine> unheard = new ArrayList<>();
    for (Heard heard : group.devices()) {
      if (heard.presence().isHeard()) {
        said.getOrDefault(heard.device().id(), List.of()).forEach(one -> count(one, checks, blind));
      } else {
        unheard.add(DeviceLine.of(heard));
      }
    }
    int listed = Math.min(group.devices().size(), MOST_DEVICES);
    return new Account(
        group.name(),
        Moment.of(now, now),
        group.tally(),
        group.devices().subList(0, listed).stream().map(DeviceLine::of).toList(),
        group.devices().size() - listed,
        checks.entrySet().stream().map(entry -> check(entry.getKey(), entry.getValue())).toList(),
        blind.entrySet().stream()
            .map(entry ->
                new Blind(entry.getKey().title(), entry.getKey().obstacle(), entry.getValue()))
            .toList(),
        unheard.subList(0, Math.min(unheard.size(), MOST_DEVICES)));
  }

  private static void count(
      Verdict verdict, Map<String, Map<Outcome, Integer>> checks, Map<Blind, Integer> blind) {
    String title = Calm.text(CheckPage.of(verdict.check()).title());
    checks
        .computeIfAbsent(title, one -> new EnumMap<>(Outcome.class))
        .merge(verdict.outcome(), 1, Integer::sum);
    if (verdict.outcome() == Outcome.UNKNOWN) {
      blind.merge(new Blind(title, Cure.obstacle(verdict.reason()), 0), 1, Integer::sum);
    }
  }

  private static Check check(String title, Map<Outcome, Integer> counts) {
    return new Check(
        title,
        counts.getOrDefault(Outcome.FAIL, 0),
        counts.getOrDefault(Outcome.UNKNOWN, 0),
        counts.getOrDefault(Outcome.PASS, 0),
        counts.getOrDefault(Outcome.NOT_APPLICABLE, 0));
  }
}
