package porchlight.gather.windows.firewall;

import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;

/**
 * How the firewall of Windows stands.
 *
 * @param current bits of the profiles in force; 0 when that is not told
 * @param profiles by their bit, those that were told
 * @param rules those made on the laptop itself
 * @param policyRules those of administrators elsewhere
 */
record FwState(
    int current,
    Map<Integer, FwProfile> profiles,
    Reading<List<FwRule>> rules,
    List<FwRule> policyRules) {
  FwState {
    profiles = Map.copyOf(profiles);
    policyRules = List.copyOf(policyRules);
  }

  /** Without rules of a policy. */
  FwState(int current, Map<Integer, FwProfile> profiles, Reading<List<FwRule>> rules) {
    this(current, profiles, rules, List.of());
  }

  /** The same with those in force. */
  FwState during(int bits) {
    return new FwState(bits, profiles, rules, policyRules);
  }
}
