package porchlight.gather.macos.network;

import java.util.Map;
import java.util.Optional;
import porchlight.facts.Firewall.Setting;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.SystemProfiler;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code system_profiler SPFirewallDataType}: the application firewall's state, for every user. */
final class FirewallProfile {
  static final Run PROFILE = Run.of("system_profiler", "-json", "SPFirewallDataType");

  private FirewallProfile() {}

  static Reading<AlfState> read(Answer answer) {
    return SystemProfiler.read(PROFILE, answer, FirewallProfile::read);
  }

  /** What it says beside the state. */
  static Map<Setting, Boolean> settings(Answer answer) {
    if (!(answer instanceof Answer.Said said)) {
      return Map.of();
    }
    try {
      return switch (only(JsonText.parse(said.text()))
          .flatMap(one -> one.text("spfirewall_stealthenabled"))
          .orElse("")) {
        case "Yes" -> Map.of(Setting.STEALTH, true);
        case "No" -> Map.of(Setting.STEALTH, false);
        default -> Map.of();
      };
    } catch (JsonText.NotJson wrong) {
      return Map.of();
    }
  }

  private static Optional<Json.Obj> only(Json root) {
    return root.asObject()
        .flatMap(all -> all.get("SPFirewallDataType"))
        .flatMap(Json::asItems)
        .filter(items -> items.size() == 1)
        .flatMap(items -> items.getFirst().asObject());
  }

  /** "Allow all" is how it calls a firewall that is off. */
  private static Reading<AlfState> read(Json root) {
    Optional<String> state = only(root).flatMap(one -> one.text("spfirewall_globalstate"));
    return switch (state.orElse("")) {
      case "spfirewall_globalstate_allow_all" -> Reading.known(AlfState.OFF);
      case "spfirewall_globalstate_limit_connections" -> Reading.known(AlfState.PROGRAMS);
      case "spfirewall_globalstate_block_all" -> Reading.known(AlfState.BLOCK_ALL);
      default -> Answers.notUnderstood(PROFILE, "its state is " + state.orElse("not told"));
    };
  }
}
