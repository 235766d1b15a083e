package porchlight.policy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Probes;

/**
 * What is asked of a laptop and its network.
 *
 * @param revision grows with every change
 * @param tells what may be said of people and networks in reports
 * @param probes what may be asked of the network
 * @param places what is said of places
 */
public record Policy(
    int revision, Tells tells, Probes probes, PlaceRules places, List<Rule> rules) {

  public Policy {
    rules = List.copyOf(rules);
  }

  /** One that asks nothing of the network and says nothing of places. */
  public Policy(int revision, Tells tells, List<Rule> rules) {
    this(
        revision,
        tells,
        Probes.USUAL.turnedOff("the policy asks nothing of the network"),
        PlaceRules.NONE,
        rules);
  }

  /**
   * What leaves the laptop beyond findings.
   *
   * @param deviceName the host name
   * @param networkNames names of Wi-Fi networks and other evidence that is personal
   */
  public record Tells(boolean deviceName, boolean networkNames) {}

  /** The facts that some rule looks at, and the device. */
  public Set<Fact> needs() {
    var needs = EnumSet.of(Fact.DEVICE);
    needs.addAll(judges());
    return needs;
  }

  /** The facts that some rule looks at. */
  public Set<Fact> judges() {
    var judges = EnumSet.noneOf(Fact.class);
    rules.forEach(rule -> judges.addAll(rule.needs()));
    return judges;
  }

  /** This policy with only the named checks. */
  public Policy only(Set<String> checks) {
    return checks.isEmpty()
        ? this
        : new Policy(
            revision,
            tells,
            probes,
            places,
            rules.stream().filter(rule -> checks.contains(rule.check().id())).toList());
  }

  /** Judges every rule. */
  public Assessment judge(Facts facts) {
    return new Assessment(
        rules.stream()
            .map(rule -> rule.judge(facts))
            .sorted(Comparator.comparing(Finding::severity))
            .toList());
  }
}
