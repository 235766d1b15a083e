package porchlight.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.checks.Check;
import porchlight.checks.Outcome;
import porchlight.checks.PlaceKind;
import porchlight.checks.Verdict;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Place.Kind;
import porchlight.facts.Reason;

/**
 * One check of a policy, and how much it matters.
 *
 * @param places what it is at kinds of places instead
 */
public record Rule(Severity severity, Check check, Map<Kind, Rule> places) {

  public Rule {
    places = places.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(places));
  }

  /** The same everywhere. */
  public Rule(Severity severity, Check check) {
    this(severity, check, Map.of());
  }

  /** The facts that it looks at. */
  Set<Fact> needs() {
    var needs = EnumSet.noneOf(Fact.class);
    needs.addAll(check.needs());
    if (!places.isEmpty()) {
      needs.addAll(Set.of(Fact.PLACE, Fact.LAN, Fact.WIFI));
    }
    return needs;
  }

  /**
   * The worst that it comes to on the networks that the laptop is on. A home or an office, which
   * somebody has said, may ask for less. What a place only looks like can ask for more, never for
   * less: a network can look like anything.
   */
  Finding judge(Facts facts) {
    if (places.isEmpty()) {
      return finding(facts);
    }
    var all = new ArrayList<Finding>();
    var kinds = PlaceKind.of(facts).stream().map(PlaceKind::kind).toList();
    for (Kind kind : kinds.isEmpty() ? List.of(Kind.UNKNOWN) : kinds) {
      boolean isSaid = kind == Kind.HOME || kind == Kind.OFFICE;
      Rule there = places.getOrDefault(kind, this);
      all.add(there.finding(facts));
      if (!isSaid) {
        all.add(finding(facts));
      }
    }
    if (PlaceKind.isUntold(facts)) {
      places.forEach((kind, there) -> {
        if (kind != Kind.HOME && kind != Kind.OFFICE) {
          all.add(there.perhaps(facts));
        }
      });
    }
    return worst(all);
  }

  /** What it comes to if this is such a place, which cannot be told: a failure is none yet. */
  private Finding perhaps(Facts facts) {
    Finding there = finding(facts);
    return there.verdict().outcome() == Outcome.FAIL
        ? new Finding(
            there.check(),
            there.severity(),
            Verdict.unknown(
                Reason.NOT_UNDERSTOOD,
                "what kind of place this is cannot be told, and at some kinds "
                    + there.verdict().because()))
        : there;
  }

  private Finding finding(Facts facts) {
    return new Finding(check.id(), severity, check.judge(facts));
  }

  private static Finding worst(List<Finding> all) {
    Finding worst = all.getFirst();
    for (Finding one : all) {
      boolean isWorse =
          weight(one) > weight(worst)
              || (weight(one) == weight(worst)
                  && one.severity() != worst.severity()
                  && one.severity().atLeast(worst.severity()));
      worst = isWorse ? one : worst;
    }
    return worst;
  }

  /** In the order of the answers that it leads to. */
  private static int weight(Finding finding) {
    boolean matters = finding.severity().atLeast(Severity.MEDIUM);
    return switch (finding.verdict().outcome()) {
      case FAIL -> finding.failsAt(Severity.HIGH) ? 5 : matters ? 4 : 2;
      case UNKNOWN -> matters ? 3 : 1;
      case PASS, NOT_APPLICABLE -> 0;
    };
  }
}
